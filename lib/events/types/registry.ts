import { appointmentCanceled } from "./appointment-canceled";
import { appointmentCompleted } from "./appointment-completed";
import { appointmentCreated } from "./appointment-created";
import { appointmentRescheduled } from "./appointment-rescheduled";
import type { EventTypeDefinition } from "./define-event-type";
import { endpointDisabled } from "./endpoint-disabled";
import { endpointFailing } from "./endpoint-failing";
import { endpointRecovered } from "./endpoint-recovered";
import type { EventType, OperationalType } from "./event-type";
import { orderPaid } from "./order-paid";
import { orderRefunded } from "./order-refunded";

/** Every event type by its name: forgetting one does not compile. */
export const eventTypeRegistry: Record<EventType, EventTypeDefinition> = {
  "appointment.created": appointmentCreated,
  "appointment.rescheduled": appointmentRescheduled,
  "appointment.canceled": appointmentCanceled,
  "appointment.completed": appointmentCompleted,
  "order.paid": orderPaid,
  "order.refunded": orderRefunded,
};

/** The second group: opt-in, and about the store's endpoints. */
export const operationalTypeRegistry = {
  "endpoint.failing": endpointFailing,
  "endpoint.disabled": endpointDisabled,
  "endpoint.recovered": endpointRecovered,
} satisfies Record<OperationalType, EventTypeDefinition>;
