import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/transaction";
import { nameActor } from "../name-actor";
import { requireReason } from "../require-reason";
import { lockEndpoint } from "./lock-endpoint";
import { settleWork } from "./settle-work";

export type DeleteEndpointInput = { id: string; reason?: string | undefined };

/** Removes the endpoint and all that it kept encrypted, and cancels what is open or held for it. Past deliveries stay; its URL is free again. */
export async function deleteEndpoint(ctx: Ctx, input: DeleteEndpointInput): Promise<void> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  await transaction(ctx.tx, async (tx) => {
    const endpoint = await lockEndpoint(tx, ctx, input.id);
    const { id, storeId, name, url } = endpoint;
    const now = await policyNow(tx);
    await tx.endpoint.update({ where: { id }, data: { deletedAt: now, customHeaders: null } });
    await tx.endpointWork.update({
      where: { endpointId: id },
      data: { heldChoice: "discard", heldChosenAt: now, settledBy: nameActor(ctx), troubled: false },
    });
    await tx.endpointSecret.deleteMany({ where: { storeId, endpointId: id } });
    await tx.endpointKey.deleteMany({ where: { storeId, endpointId: id } });
    await settleWork(tx, endpoint);
    await recordAudit(tx, ctx, { action: "endpoint.deleted", targetId: id, reason, detail: { name, url } });
  });
}
