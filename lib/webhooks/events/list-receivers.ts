import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { Receivers } from "./shapes";

/** Who would get an event of this type now, and for whom it would be held. */
export async function listReceivers(ctx: Ctx, { type }: { type: string }): Promise<Receivers> {
  const { storeId, tx = db() } = ctx;
  const wanting = await tx.endpoint.findMany({
    where: {
      storeId,
      deletedAt: null,
      OR: [{ eventTypes: { isEmpty: true } }, { eventTypes: { has: type } }],
    },
    orderBy: { name: "asc" },
    select: { name: true, disabledAt: true },
  });
  const names = (isDisabled: boolean) =>
    wanting.filter(({ disabledAt }) => Boolean(disabledAt) === isDisabled).map(({ name }) => name);
  return { sent: names(false), held: names(true) };
}
