import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { recordTestEvent, type EventType } from "@/lib/events";
import { policyNow } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { newTypeId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { wakeAfterCommit } from "../delivery/wake-after-commit";
import type { Wake } from "../delivery/wake-endpoints";
import { requireReason } from "../require-reason";
import { lockEndpoint } from "./lock-endpoint";

export type SendExampleInput = { endpointId: string; type: EventType; reason?: string | undefined };

/**
 * Sends the type's example to this endpoint alone, once: a delivery like others, of a test event that has no sequence and
 * says that it is a test. Throws `conflict` where the endpoint is disabled.
 */
export async function sendExample(ctx: Ctx, input: SendExampleInput): Promise<{ deliveryId: string }> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  return transaction(ctx.tx, async (tx) => {
    const endpoint = await lockEndpoint(tx, ctx, input.endpointId);
    const { id: endpointId, storeId, name, disabledAt } = endpoint;
    if (disabledAt) throw conflict(`${name} is disabled. Enable it first.`);
    const eventId = await recordTestEvent(tx, { storeId, type: input.type });
    const now = await policyNow(tx);
    const deliveryId = newTypeId("dlv");
    await tx.delivery.create({
      data: {
        id: deliveryId,
        storeId,
        endpointId,
        eventId,
        status: "pending",
        priority: 0,
        dueAt: now,
        createdAt: now,
        // At its end: no retries follow.
        ladder: endpoint.retryDelays.length,
      },
    });
    const wakes = await tx.$queryRaw<{ wake: Wake }[]>`
      SELECT * FROM make_due(ARRAY[${endpointId}], ARRAY[${now}::timestamptz]) AS wake`;
    wakeAfterCommit(
      tx,
      storeId,
      wakes.map(({ wake }) => wake),
    );
    const detail = { name, type: input.type, deliveryId };
    await recordAudit(tx, ctx, { action: "example.sent", targetId: endpointId, reason, detail });
    return { deliveryId };
  });
}
