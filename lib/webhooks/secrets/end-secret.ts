import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { lockEndpoint } from "../endpoints/lock-endpoint";
import { requireReason } from "../require-reason";
import { findSecret, liveSecrets } from "./live-secrets";
import type { SecretInput } from "./reveal-secret";

/**
 * Ends an older secret before its overlap does: nothing is signed with it from now on. Throws `not-found`, also for one that
 * has ended, and `conflict` for the newest, without which nothing could be signed.
 */
export async function endSecret(
  ctx: Ctx,
  input: SecretInput & { reason?: string | undefined },
): Promise<void> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  await transaction(ctx.tx, async (tx) => {
    const { id: targetId, storeId, name } = await lockEndpoint(tx, ctx, input.endpointId);
    const secrets = await liveSecrets(tx, ctx, targetId);
    const { id } = findSecret(secrets, input.secretId);
    if (id === secrets[0]?.id) throw conflict("This is the newest secret. Rotate it to replace it.");
    await tx.endpointSecret.deleteMany({ where: { storeId, endpointId: targetId, id } });
    await recordAudit(tx, ctx, { action: "secret.ended", targetId, reason, detail: { name, secretId: id } });
  });
}
