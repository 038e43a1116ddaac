/**
 * The embedded engine: runs Inngest functions without an Inngest server, durably in the same Postgres, through the SDK's
 * own protocol in process. It is handed the functions and knows none. Promises: a step's result that was written is never
 * computed again, an execution that is no longer the run's latest writes nothing, and what a dead process had in hand is
 * taken over within a minute.
 */
export { sendTriggers } from "./send-triggers";
export { startEmbeddedEngine, type Engine, type EngineOptions, type Lane } from "./start-embedded-engine";
