import { log } from "@/lib/platform/log";
import { isTransaction, afterCommit } from "@/lib/platform/transaction";
import type { SendTriggers, Trigger } from "@/lib/platform/trigger";
import { inngest } from "./client";

/**
 * Sends triggers to the Inngest server: once `tx` has committed, or at once outside a transaction. One that is lost after
 * the commit is found by the sweep.
 */
export const sendTriggers: SendTriggers = async (tx, triggers) => {
  if (triggers.length === 0) return;
  if (!isTransaction(tx)) return send(triggers);
  afterCommit(tx, () => {
    send(triggers).catch((error: Error) => log.error({ err: error.message }, "triggers could not be sent"));
  });
};

async function send(triggers: Trigger[]): Promise<void> {
  await inngest.send(
    triggers.map(({ name, data, id, at }) => ({
      name,
      data,
      ...(id && { id }),
      ...(at && { ts: at.getTime() }),
    })),
  );
}
