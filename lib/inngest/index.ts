/**
 * The background functions, in Inngest's language: control flow only, each step is one verb of a domain module. Whichever
 * engine is configured runs them; nothing here knows which.
 */
export { configuredEngine, inngest, wire } from "./client";
export { sendTriggers } from "./send-triggers";
export { serveFunctions } from "./serve-functions";
