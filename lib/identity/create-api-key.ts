import { randomBytes } from "node:crypto";
import { z } from "zod";
import { newId } from "@/lib/platform/ids";
import { transaction } from "@/lib/platform/transaction";
import { hashApiKey } from "./api-key";
import { requireManager, type Ctx } from "./context";
import { recordAudit } from "./record-audit";

const Origin = z
  .url({ protocol: /^https?$/, error: "Write an origin such as https://book.example.com." })
  .refine((url) => URL.canParse(url) && new URL(url).origin === url, {
    error: "Leave out the path: https://book.example.com.",
  });

export const CreateApiKeyInput = z.object({
  name: z.string().trim().min(1, "Give the key a name.").max(100),
  /** Origins whose pages may use the key; empty: any. */
  allowedOrigins: z.array(Origin).max(20).default([]),
});
export type CreateApiKeyInput = z.input<typeof CreateApiKeyInput>;

/** Makes a storefront key. `key` is shown this once; only its hash is kept. */
export async function createApiKey(
  ctx: Ctx,
  input: CreateApiKeyInput,
): Promise<{ id: string; name: string; key: string }> {
  requireManager(ctx);
  const { name, allowedOrigins } = CreateApiKeyInput.parse(input);
  const id = newId();
  const key = `sfk_${randomBytes(32).toString("base64url")}`;
  await transaction(ctx.tx, async (tx) => {
    await tx.apiKey.create({
      data: { id, storeId: ctx.storeId, name, hash: hashApiKey(key), hint: key.slice(-4), allowedOrigins },
    });
    await recordAudit(tx, ctx, { action: "api_key.created", targetId: id, detail: { name } });
  });
  return { id, name, key };
}
