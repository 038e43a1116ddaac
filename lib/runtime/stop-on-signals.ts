import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";
import { closeDb } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { runShutdownHooks } from "@/lib/platform/shutdown";
import { stopEngine } from "./start-engine";

const deadlineMs = 10_000;
const shared = globalThis as typeof globalThis & { opencalsStopping?: boolean };

/**
 * On SIGTERM or SIGINT: no new requests and no new runs; streams are closed, claims given back, requests and steps under
 * way finished; then the database is let go and the process ends with 0, or with 1 after the deadline.
 */
export function stopOnSignals(): void {
  if (shared.opencalsStopping !== undefined) return;
  shared.opencalsStopping = false;
  const server = findServer();
  const stop = () => {
    if (shared.opencalsStopping) return;
    shared.opencalsStopping = true;
    setTimeout(() => exit(1, "did not stop in time"), deadlineMs).unref();
    stopAll(server()).then(
      () => exit(0),
      (error: Error) => exit(1, error.message),
    );
  };
  // `on`, not `once`: a launcher and the terminal may both signal, and the second one must not kill.
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

async function stopAll(server: Server | undefined): Promise<void> {
  const stopped = await Promise.allSettled([server && close(server), runShutdownHooks(), stopEngine()]);
  await closeDb();
  const failed = stopped.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/** Next keeps its server to itself, yet each request tells it. */
function findServer(): () => Server | undefined {
  let server: Server | undefined;
  subscribe("http.server.request.start", (message) => (server ??= (message as { server: Server }).server));
  return () => server;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
    // Again and again: a connection that is kept alive is idle only once its answer, or its stream, has ended.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
  });
}

function exit(code: number, problem?: string): void {
  if (problem) log.error({ err: problem }, "the process ends before its work is done");
  process.exit(code);
}
