import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { EventListItem } from "./shapes";
import { withDeliveries } from "./with-deliveries";

/** A booking has some ten; a page shows no more than this. */
const shownMax = 100;

/** Everything that was said of an appointment or an order, in the order in which it happened. */
export async function listEventsOf(ctx: Ctx, { subjectId }: { subjectId: string }): Promise<EventListItem[]> {
  const { storeId, tx = db() } = ctx;
  const rows = await tx.event.findMany({
    where: { storeId, subjectId, isTest: false },
    orderBy: { position: "desc" },
    take: shownMax,
  });
  return withDeliveries(tx, storeId, rows.reverse());
}
