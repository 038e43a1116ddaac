/**
 * Puts one process together: joins the modules, runs the background work where the settings say, and ends in order. A web
 * process and a worker differ only in what they start.
 */
export { answerInngest } from "./answer-inngest";
export { getHealth, type Health } from "./get-health";
export { startEngine, stopEngine } from "./start-engine";
export { startWeb, startWorker } from "./start-process";
export { wireProcess } from "./wire-process";
