import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict, notFound } from "@/lib/platform/errors";
import { policyNow } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/transaction";
import { settleWork } from "../endpoints/settle-work";
import { nameActor } from "../name-actor";
import { requireReason } from "../require-reason";
import { nameDelivery } from "./name-delivery";

export type CancelRetriesInput = { id: string; reason?: string | undefined };

/**
 * Ends what would happen to a delivery by itself: an open or held one becomes canceled. An attempt under way may still
 * deliver it. Throws `not-found`, and `conflict` where nothing is planned any more.
 */
export async function cancelRetries(ctx: Ctx, input: CancelRetriesInput): Promise<void> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  const { storeId } = ctx;
  const { id } = input;
  await transaction(ctx.tx, async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM endpoint_work WHERE store_id = ${storeId}::uuid AND endpoint_id = (
        SELECT endpoint_id FROM delivery WHERE store_id = ${storeId}::uuid AND id = ${id}
      ) FOR NO KEY UPDATE`;
    const { count } = await tx.delivery.updateMany({
      where: { storeId, id, status: { in: ["pending", "failed", "held"] } },
      data: {
        status: "canceled",
        dueAt: null,
        plannedAt: null,
        settledAt: await policyNow(tx),
        canceledBy: nameActor(ctx),
      },
    });
    const row = await tx.delivery.findFirst({ where: { storeId, id } });
    if (!row) throw notFound("The delivery");
    if (count === 0) {
      if (row.status === "canceled") return;
      throw conflict("Nothing more is planned for this delivery.");
    }
    const detail = await nameDelivery(tx, ctx, id);
    await recordAudit(tx, ctx, { action: "delivery.canceled", targetId: id, reason, detail });
    // What waited for it to go first may go.
    await settleWork(tx, { id: row.endpointId, storeId });
  });
}
