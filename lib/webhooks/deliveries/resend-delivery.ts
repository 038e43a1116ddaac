import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict, notFound } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { requireReason } from "../require-reason";
import { nameDelivery } from "./name-delivery";
import { isRefusal, refusals, resend } from "./resend";

export type ResendDeliveryInput = { id: string; reason?: string | undefined };
export type ResendOutcome = { outcome: "due" | "under-way" };

/**
 * One attempt now, with the same webhook-id and bytes; the planned ones stay as they were planned. Pressed twice it is done
 * once. Throws `not-found`, and `conflict` where its endpoint cannot have it: disabled, deleted, or not wanting its type.
 */
export async function resendDelivery(ctx: Ctx, input: ResendDeliveryInput): Promise<ResendOutcome> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  const { id } = input;
  return transaction(ctx.tx, async (tx) => {
    const verdict = (await resend(tx, ctx, [id])).get(id);
    if (!verdict) throw notFound("The delivery");
    if (isRefusal(verdict)) throw conflict(refusals[verdict]);
    if (verdict === "resent") {
      const detail = await nameDelivery(tx, ctx, id);
      await recordAudit(tx, ctx, { action: "delivery.resent", targetId: id, reason, detail });
    }
    return { outcome: verdict === "under-way" ? "under-way" : "due" };
  });
}
