import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { conflict } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { lockEndpoint } from "../endpoints/lock-endpoint";
import { requireReason } from "../require-reason";
import { overlapEnd } from "../secrets/overlap-end";
import { overlapHoursDefault, secretsMax } from "../secrets/shapes";
import { addKey } from "./add-key";
import { endKeys } from "./end-keys";
import { liveKeys } from "./live-keys";

export type RotateKeyInput = {
  endpointId: string;
  overlapHours?: number | undefined;
  reason?: string | undefined;
};

/**
 * Gives an endpoint that signs by Ed25519 a new key; the others sign on and stay published for `overlapHours` more (0–168, 24
 * unless told), or less where they end earlier. Throws `conflict` where it does not sign so, or five would be live.
 */
export async function rotateKey(ctx: Ctx, input: RotateKeyInput): Promise<void> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  const { endpointId, overlapHours = overlapHoursDefault } = input;
  await transaction(ctx.tx, async (tx) => {
    const endpoint = await lockEndpoint(tx, ctx, endpointId);
    if (!endpoint.signsEd25519) throw conflict("Switch the Ed25519 signature on first.");
    const now = await policyNow(tx);
    const expiresAt = overlapEnd(now, overlapHours);
    const old = await liveKeys(tx, endpointId);
    if (overlapHours > 0 && old.length >= secretsMax)
      throw conflict(
        `${secretsMax} keys are live, which is the most. Rotate with an overlap of 0 to end them.`,
      );
    await endKeys(tx, endpoint, now, expiresAt);
    const keyId = await addKey(tx, endpoint, now);
    const detail = { name: endpoint.name, keyId, overlapHours };
    await recordAudit(tx, ctx, { action: "key.rotated", targetId: endpointId, reason, detail });
  });
}
