import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { resendMax, type DeliveryListItem } from "./shapes";
import { readItems } from "./read-items";

/**
 * The endpoint's deliveries of the same status with the same last answer, this one among them: the latest, as many as one
 * resend takes.
 */
export async function listLikeThis(ctx: Ctx, input: { deliveryId: string }): Promise<DeliveryListItem[]> {
  const tx = ctx.tx ?? db();
  const { storeId } = ctx;
  const one = await tx.delivery.findFirst({ where: { storeId, id: input.deliveryId } });
  if (!one) throw notFound("The delivery");
  const { endpointId, status, lastFailure, lastStatusCode } = one;
  const rows = await tx.delivery.findMany({
    where: { storeId, endpointId, status, lastFailure, lastStatusCode },
    orderBy: { id: "desc" },
    take: resendMax,
    select: { id: true },
  });
  return readItems(
    tx,
    storeId,
    rows.map(({ id }) => id),
  );
}
