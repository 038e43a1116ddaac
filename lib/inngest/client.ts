import { Inngest } from "inngest";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { engineKind } from "./engine-kind";
import { InProcessWire, inProcessOrigin } from "./in-process-wire";

const appId = "opencals";

/** Which engine this process's settings ask for. */
export const configuredEngine = engineKind(env());

/** Joins the client to the embedded engine of this process. */
export const wire = new InProcessWire();

/** The client that every function is made with. */
export const inngest = configuredEngine === "embedded" ? inProcessClient(appId, wire) : serverClient();

/** A client whose calls never leave the process: its keys are worth nothing outside. */
export function inProcessClient(id: string, to: InProcessWire): Inngest {
  return new Inngest({
    id,
    isDev: false,
    baseUrl: inProcessOrigin,
    eventKey: "in-process",
    signingKey: to.signingKey,
    fetch: to.fetch,
    logger: log,
  });
}

/** Mode, keys and addresses are the SDK's own INNGEST_* settings. */
function serverClient(): Inngest {
  return new Inngest({ id: appId, logger: log });
}
