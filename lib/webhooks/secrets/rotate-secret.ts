import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { encryptSecret } from "@/lib/platform/secrets";
import { transaction } from "@/lib/platform/transaction";
import { overlapHoursDefault, secretsMax } from "./shapes";
import { lockEndpoint } from "../endpoints/lock-endpoint";
import { newSecret } from "../signing/new-secret";
import { liveSecrets } from "./live-secrets";
import { overlapEnd } from "./overlap-end";
import { refuseSupport } from "./refuse-support";

export type RotateSecretInput = { endpointId: string; overlapHours?: number | undefined };

/**
 * Adds a new secret, returned this once; the others go on signing for `overlapHours` more (0–168, 24 unless told, 0 ends them
 * at once), or less where they end earlier. Throws `conflict` where five would be live.
 */
export async function rotateSecret(ctx: Ctx, input: RotateSecretInput): Promise<{ secret: string }> {
  requireManager(ctx);
  refuseSupport(ctx);
  const { endpointId, overlapHours = overlapHoursDefault } = input;
  const secret = newSecret();
  await transaction(ctx.tx, async (tx) => {
    const { id: targetId, storeId, name } = await lockEndpoint(tx, ctx, endpointId);
    const now = await policyNow(tx);
    const expiresAt = overlapEnd(now, overlapHours);
    const old = await liveSecrets(tx, ctx, targetId);
    if (overlapHours > 0 && old.length >= secretsMax)
      throw conflict(`${secretsMax} secrets are live, which is the most. End one of the older ones first.`);
    const { count } = await tx.endpointSecret.deleteMany({
      where: { storeId, endpointId: targetId, ...(overlapHours > 0 && { expiresAt: { lte: now } }) },
    });
    await tx.endpointSecret.updateMany({
      where: { storeId, endpointId: targetId, OR: [{ expiresAt: null }, { expiresAt: { gt: expiresAt } }] },
      data: { expiresAt },
    });
    const id = newId();
    const ciphertext = encryptSecret(secret, id);
    await tx.endpointSecret.create({
      data: { id, storeId, endpointId: targetId, ciphertext, createdAt: now },
    });
    const detail = { name, secretId: id, overlapHours, ended: count };
    await recordAudit(tx, ctx, { action: "secret.rotated", targetId, detail });
  });
  return { secret };
}
