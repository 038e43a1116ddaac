import { z } from "zod";
import { notFound } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { requireManager, type Ctx } from "./context";
import { recordAudit } from "./record-audit";

export const RevokeApiKeyInput = z.object({ id: z.uuid("Give the id of a key, as they are listed.") });
export type RevokeApiKeyInput = z.input<typeof RevokeApiKeyInput>;

/** Ends a storefront key: its next call is refused. Throws `not-found`, also for one that was revoked already. */
export async function revokeApiKey(ctx: Ctx, input: RevokeApiKeyInput): Promise<void> {
  requireManager(ctx);
  const { id } = RevokeApiKeyInput.parse(input);
  await transaction(ctx.tx, async (tx) => {
    const [key] = await tx.apiKey.updateManyAndReturn({
      where: { id, storeId: ctx.storeId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (!key) throw notFound("The key");
    await recordAudit(tx, ctx, { action: "api_key.revoked", targetId: id, detail: { name: key.name } });
  });
}
