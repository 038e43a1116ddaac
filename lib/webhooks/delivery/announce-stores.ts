import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

const intervalMs = 50;
/** A payload of NOTIFY holds 8000 bytes. */
const storesMax = 150;

let changed = new Set<string>();
let timer: NodeJS.Timeout | undefined;

/** Has pages that show these stores' deliveries look again; what comes within 50 ms is one notification. */
export function announceStores(storeIds: Iterable<string>): void {
  for (const storeId of storeIds) changed.add(storeId);
  if (changed.size > 0) timer ??= setTimeout(() => void announce(), intervalMs).unref();
}

/** Apart from the transaction that made the change, where commits would queue for the notification. */
async function announce(): Promise<void> {
  timer = undefined;
  const stores = [...changed];
  changed = new Set();
  try {
    for (let from = 0; from < stores.length; from += storesMax) {
      const payload = JSON.stringify({ stores: stores.slice(from, from + storesMax) });
      await db().$executeRaw`SELECT pg_notify('opencals_live', ${payload})`;
    }
  } catch (error) {
    log.debug({ err: (error as Error).message }, "a change was not announced");
  }
}
