import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { EventListItem } from "./shapes";
import { withDeliveries } from "./with-deliveries";

/** A booking has some ten; a page shows no more than this. */
const shownMax = 100;

/** Everything that was said of these appointments and orders, in the order in which it happened. */
export async function listEventsOf(
  ctx: Ctx,
  { subjectIds }: { subjectIds: string[] },
): Promise<EventListItem[]> {
  const { storeId, tx = db() } = ctx;
  const rows = await tx.event.findMany({
    where: { storeId, subjectId: { in: subjectIds }, isTest: false },
    orderBy: { position: "desc" },
    take: shownMax,
  });
  return withDeliveries(tx, storeId, rows.reverse());
}
