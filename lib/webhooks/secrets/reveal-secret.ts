import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { decryptSecret } from "@/lib/platform/secrets";
import { transaction } from "@/lib/platform/transaction";
import { findEndpoint } from "../endpoints/find-endpoint";
import { findSecret, liveSecrets } from "./live-secrets";
import { refuseSupport } from "./refuse-support";

export type SecretInput = { endpointId: string; secretId: string };

/** One live secret in the clear, with an audit entry. Throws `not-found`, `forbidden` for viewers and support. */
export async function revealSecret(ctx: Ctx, input: SecretInput): Promise<{ secret: string }> {
  requireManager(ctx);
  refuseSupport(ctx);
  return transaction(ctx.tx, async (tx) => {
    const { id: targetId, name } = await findEndpoint({ ...ctx, tx }, input.endpointId);
    const { id, ciphertext } = findSecret(await liveSecrets(tx, ctx, targetId), input.secretId);
    const secret = decryptSecret(ciphertext, id);
    await recordAudit(tx, ctx, { action: "secret.revealed", targetId, detail: { name, secretId: id } });
    return { secret };
  });
}
