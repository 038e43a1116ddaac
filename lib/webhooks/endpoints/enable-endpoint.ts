import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { conflict, invalid } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { heldChoices, type HeldChoice } from "./shapes";
import { nameActor } from "../name-actor";
import { requireReason } from "../require-reason";
import { lockEndpoint } from "./lock-endpoint";
import { settleWork } from "./settle-work";

export type EnableEndpointInput = { id: string; held: HeldChoice; reason?: string | undefined };

/**
 * Delivers to the endpoint again, as one that never failed. What was held is sent in the order of its events, each from its
 * own place on the retry ladder, or canceled; beyond a thousand that goes on in the background. Returns how many those are.
 * Throws `conflict` where it is enabled already.
 */
export async function enableEndpoint(ctx: Ctx, input: EnableEndpointInput): Promise<{ count: number }> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  if (!heldChoices.includes(input.held)) throw invalid("held", "Choose what becomes of held deliveries.");
  return transaction(ctx.tx, async (tx) => {
    const endpoint = await lockEndpoint(tx, ctx, input.id);
    if (!endpoint.disabledAt) throw conflict(`${endpoint.name} is enabled already.`);
    const { id, storeId, name } = endpoint;
    const count = await tx.delivery.count({ where: { storeId, endpointId: id, status: "held" } });
    const now = await policyNow(tx);
    await tx.endpoint.update({ where: { id }, data: { disabledAt: null, disabledReason: null } });
    await tx.endpointWork.update({
      where: { endpointId: id },
      data: {
        heldChoice: input.held,
        heldChosenAt: now,
        settledBy: nameActor(ctx),
        troubled: false,
        firstFailureAt: null,
        failures: 0,
        failedDays: 0,
        failedOn: null,
        disablesAt: null,
        slowDowns: 0,
        pausedUntil: null,
      },
    });
    await settleWork(tx, endpoint);
    const detail = { name, held: input.held, count };
    await recordAudit(tx, ctx, { action: "endpoint.enabled", targetId: id, reason, detail });
    return { count };
  });
}
