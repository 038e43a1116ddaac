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

/** What becomes of an endpoint that fails, for software that looks after a store's other endpoints. They have no sequence. */
export const operationalTypes = ["endpoint.failing", "endpoint.disabled", "endpoint.recovered"] as const;
export type OperationalType = (typeof operationalTypes)[number];
