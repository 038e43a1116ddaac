import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { sendTriggers } from "@/lib/platform/trigger";

const lingerMs = 100;
const batchMax = 50;
let waiting: string[] = [];

/**
 * Starts the sending of a mail that has been committed; what comes within a tenth of a second starts as one. Not part of the
 * commit, which a trigger would slow down: one that is lost is found by the sweep.
 */
export function announceMail(id: string): void {
  waiting.push(id);
  if (waiting.length === 1) setTimeout(() => void announce(), lingerMs).unref();
}

async function announce(): Promise<void> {
  const ids = waiting;
  waiting = [];
  try {
    for (let from = 0; from < ids.length; from += batchMax)
      await sendTriggers(db(), [
        { name: "mail/queued", data: { ids: ids.slice(from, from + batchMax) }, id: `mail/${ids[from]}` },
      ]);
  } catch (error) {
    log.info({ err: (error as Error).message }, "mail waits for the sweep");
  }
}
