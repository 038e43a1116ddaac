/**
 * The published language of a store's facts, and their outbox; beside them what is told of its endpoints (operational events)
 * and examples, neither of which has a sequence. Promises: an event is written in the transaction of the change it tells of,
 * or not at all; each fact gets its place in the store's sequence and its body once, and is handed over to whoever delivers
 * it, whatever process dies in between.
 */
export { recordEvent, type NewEvent } from "./record-event";
export { recordOperationalEvent, type NewOperationalEvent } from "./record-operational-event";
export { recordTestEvent } from "./record-test-event";
export { relayEvents, sendSequenced, type RelayOptions } from "./relay-events";
export { startRelay } from "./start-relay";
export { eventExample, eventSchema, type SchemaNode } from "./types/event-schema";
export { eventTypes, operationalTypes, type EventType, type OperationalType } from "./types/event-type";
