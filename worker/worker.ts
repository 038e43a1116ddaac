import { log } from "@/lib/platform/log";
import { startWorker } from "@/lib/runtime";

/** The background work in a process of its own, so that rendering pages and delivering share no event loop. */
try {
  await startWorker();
  console.log("The worker is ready.");
} catch (error) {
  log.fatal({ err: error }, "the worker could not start");
  process.exit(1);
}
