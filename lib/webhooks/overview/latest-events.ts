import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { factsOnly } from "../events/facts-only";
import { withDeliveries } from "../events/with-deliveries";
import type { Overview } from "./shapes";
import { readAbout } from "./read-about";

const shownMax = 8;

/** The store's latest facts, newest first, whom they are about and how far each came. */
export async function latestEvents({ storeId, tx = db() }: Ctx): Promise<Overview["events"]> {
  const events = await tx.event.findMany({
    where: { storeId, ...factsOnly },
    orderBy: { position: "desc" },
    take: shownMax,
  });
  const about = await readAbout(
    tx,
    storeId,
    events.map(({ id }) => id),
  );
  const listed = await withDeliveries(tx, storeId, events);
  return listed.map((event) => ({ ...event, about: about.get(event.id) ?? null }));
}
