import { db } from "@/lib/platform/db";
import { requireManager, type Ctx } from "./context";

/** A storefront key, but for itself: `hint` is its last four characters. Times are ISO strings. */
export type ApiKeyListItem = {
  id: string;
  name: string;
  hint: string;
  /** Origins whose pages may use it; empty: any. */
  allowedOrigins: string[];
  createdAt: string;
  revokedAt: string | null;
};

/** The store's storefront keys, newest first, the revoked ones too. */
export async function listApiKeys(ctx: Ctx): Promise<ApiKeyListItem[]> {
  requireManager(ctx);
  const keys = await (ctx.tx ?? db()).apiKey.findMany({
    where: { storeId: ctx.storeId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    omit: { storeId: true, hash: true },
  });
  return keys.map((key) => ({
    ...key,
    createdAt: key.createdAt.toISOString(),
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }));
}
