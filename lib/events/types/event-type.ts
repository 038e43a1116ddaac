/** The six facts of a store that others may want to know. */
export const eventTypes = [
  "appointment.created",
  "appointment.rescheduled",
  "appointment.canceled",
  "appointment.completed",
  "order.paid",
  "order.refunded",
] as const;
export type EventType = (typeof eventTypes)[number];
