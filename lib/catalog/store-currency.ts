import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

export async function storeCurrency(ctx: Ctx): Promise<string> {
  const store = await (ctx.tx ?? db()).store.findUnique({
    where: { id: ctx.storeId },
    select: { currency: true },
  });
  if (!store) throw notFound("The store");
  return store.currency;
}
