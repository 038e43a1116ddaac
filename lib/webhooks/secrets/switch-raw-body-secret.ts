import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { transaction } from "@/lib/platform/transaction";
import { lockEndpoint } from "../endpoints/lock-endpoint";
import { requireReason } from "../require-reason";
import { liveSecrets } from "./live-secrets";
import { rawBodySigner } from "./raw-body-signer";

export type SwitchRawBodySecretInput = { endpointId: string; reason?: string | undefined };

/** From now on the newest secret makes x-opencals-signature. Does nothing where it does already. */
export async function switchRawBodySecret(ctx: Ctx, input: SwitchRawBodySecretInput): Promise<void> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  await transaction(ctx.tx, async (tx) => {
    const { id: targetId, storeId, name } = await lockEndpoint(tx, ctx, input.endpointId);
    const secrets = await liveSecrets(tx, ctx, targetId);
    const [newest] = secrets;
    if (!newest || rawBodySigner(secrets) === newest) return;
    await tx.endpointSecret.updateMany({
      where: { storeId, endpointId: targetId, id: { not: newest.id } },
      data: { signsRawBody: false },
    });
    const detail = { name, secretId: newest.id };
    await recordAudit(tx, ctx, { action: "secret.switched", targetId, reason, detail });
  });
}
