import type { Tx } from "./db";

/** What starts a background function: "an event" in Inngest's words; ours are facts of a store, so this has another name. */
export type Trigger = {
  name: string;
  /** JSON. */
  data: Record<string, unknown>;
  /** Two triggers with one id start one run. */
  id?: string;
  /** Starts no earlier; now when absent. */
  at?: Date;
};

/** Sends triggers as part of `tx`: they start when it commits, never if it rolls back. */
export type SendTriggers = (tx: Tx, triggers: Trigger[]) => Promise<void>;

// On globalThis: Next bundles the start-up code apart from the routes that send.
const shared = globalThis as typeof globalThis & { opencalsSendTriggers?: SendTriggers };

/** Called once by the process's wiring, with the engine that runs here. */
export function setTriggerPort(port: SendTriggers): void {
  shared.opencalsSendTriggers = port;
}

/** The port itself: goes to the engine that was wired. Throws where none was. */
export const sendTriggers: SendTriggers = (tx, triggers) => {
  const send = shared.opencalsSendTriggers;
  if (!send) throw new Error("No engine is wired: runtime sets the trigger port at start-up.");
  return send(tx, triggers);
};
