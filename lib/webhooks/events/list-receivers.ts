import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import type { Receivers } from "./shapes";

/** An event that an act would record. Where an act leaves open who or where, all who come into question. */
export type ExpectedEvent = {
  type: string;
  locationIds: string[];
  productIds: string[];
  staffMemberIds: string[];
};

/** Who would get such an event now, and for whom it would be held. */
export async function listReceivers(ctx: Ctx, event: ExpectedEvent): Promise<Receivers> {
  const { storeId, tx = db() } = ctx;
  const wanting = await tx.$queryRaw<{ name: string; isHeld: boolean }[]>`
    SELECT ep.name, ep.disabled_at IS NOT NULL AS "isHeld" FROM endpoint ep
    WHERE ep.store_id = ${storeId}::uuid AND ep.deleted_at IS NULL
      AND wants(ep, ${event.type}, ${event.locationIds}::uuid[], ${event.productIds}::uuid[],
        ${event.staffMemberIds}::uuid[])
    ORDER BY ep.name`;
  const names = (held: boolean) => wanting.filter(({ isHeld }) => isHeld === held).map(({ name }) => name);
  return { sent: names(false), held: names(true) };
}
