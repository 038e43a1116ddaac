import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/transaction";
import { nameActor } from "../name-actor";
import { requireReason } from "../require-reason";
import { lockEndpoint } from "./lock-endpoint";
import { settleWork } from "./settle-work";

export type DisableEndpointInput = { id: string; reason?: string | undefined };

/**
 * Stops deliveries to the endpoint: open ones and those to come are held. The store's other owners and developers are told.
 * Does nothing where it is disabled already.
 */
export async function disableEndpoint(ctx: Ctx, input: DisableEndpointInput): Promise<void> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  await transaction(ctx.tx, async (tx) => {
    const endpoint = await lockEndpoint(tx, ctx, input.id);
    if (endpoint.disabledAt) return;
    const { id, storeId, name } = endpoint;
    const at = await policyNow(tx);
    const actorName = nameActor(ctx);
    const disabledReason = ctx.actor.kind === "support" ? "support" : "member";
    await tx.endpoint.update({ where: { id }, data: { disabledAt: at, disabledReason } });
    await tx.endpointWork.update({
      where: { endpointId: id },
      data: { heldChoice: null, heldChosenAt: null, settledBy: actorName },
    });
    await settleWork(tx, endpoint);
    const actorId = "id" in ctx.actor ? ctx.actor.id : null;
    await tx.endpointAlert.create({
      data: { storeId, endpointId: id, kind: "disabled", at, actorId, actorName, reason },
    });
    await recordAudit(tx, ctx, { action: "endpoint.disabled", targetId: id, reason, detail: { name } });
  });
}
