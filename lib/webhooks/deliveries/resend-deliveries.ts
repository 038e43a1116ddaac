import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { invalid } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { resendMax, type SkippedResend } from "./shapes";
import { requireReason } from "../require-reason";
import { isRefusal, refusals, resend } from "./resend";

export type ResendDeliveriesInput = { ids: string[]; reason?: string | undefined };

/**
 * Resends a selection of the store's deliveries, at most 200, as `resendDelivery` does each; those that cannot be are named
 * with why. One audit entry holds their ids.
 */
export async function resendDeliveries(
  ctx: Ctx,
  input: ResendDeliveriesInput,
): Promise<{ resent: number; skipped: SkippedResend[] }> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  const ids = [...new Set(input.ids)];
  if (ids.length === 0) throw invalid("ids", "Select at least one delivery.");
  if (ids.length > resendMax) throw invalid("ids", `Select at most ${resendMax} deliveries.`);
  return transaction(ctx.tx, async (tx) => {
    const verdicts = await resend(tx, ctx, ids);
    const resent = ids.filter((id) => verdicts.get(id) === "resent");
    const [first] = resent;
    if (first) {
      const detail = { count: resent.length, deliveries: resent.join(" ") };
      await recordAudit(tx, ctx, { action: "delivery.resent", targetId: first, reason, detail });
    }
    const skipped = ids.flatMap((id) => {
      const verdict = verdicts.get(id);
      if (verdict === "resent") return [];
      if (!verdict) return [{ id, why: "It was not found." }];
      if (isRefusal(verdict)) return [{ id, why: refusals[verdict] }];
      return [{ id, why: verdict === "due" ? "It is due already." : "An attempt is under way." }];
    });
    return { resent: resent.length, skipped };
  });
}
