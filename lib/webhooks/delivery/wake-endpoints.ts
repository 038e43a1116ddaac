import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { sendTriggers } from "@/lib/platform/trigger";

/** An endpoint that has work from `dueAt` on: by a drain to be started then, or by the one that is live. */
export type Wake = {
  storeId: string;
  endpointId: string;
  /** To the microsecond: it is compared with the row's armed_for. */
  dueAt: string;
  waitMs: number;
  live: boolean;
};

const liveDrains = new Map<string, () => void>();

/** Tells live drains of this process, and triggers one where none is live. A lost trigger is the sweep's to send again. */
export async function wakeEndpoints(wakes: Wake[]): Promise<void> {
  for (const wake of wakes) if (wake.live) liveDrains.get(wake.endpointId)?.();
  const triggers = wakes
    .filter((wake) => !wake.live)
    .map(({ storeId, endpointId, dueAt, waitMs }) => ({
      name: "webhooks/endpoint.due",
      data: { storeId, endpointId, dueAt },
      // By the wait, not the time: policy time may differ from the engine's.
      ...(waitMs > 0 && { at: new Date(Date.now() + waitMs) }),
    }));
  if (triggers.length === 0) return;
  await sendTriggers(db(), triggers).catch((error: Error) =>
    log.warn({ err: error.message, triggers: triggers.length }, "endpoints were not woken"),
  );
}

/** Has `wake` called when a statement of this process gives the endpoint work. Returns how to undo it. */
export function onWork(endpointId: string, wake: () => void): () => void {
  liveDrains.set(endpointId, wake);
  return () => {
    if (liveDrains.get(endpointId) === wake) liveDrains.delete(endpointId);
  };
}
