import type { ProductDetail } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { loadGroup } from "./load-group";

/** One variant by its id, with all that belongs to it. Throws not-found for another store's. */
export async function getProduct(ctx: Ctx, id: string): Promise<ProductDetail> {
  if (!Uuid.safeParse(id).success) throw notFound("The product");
  const { variant, variants } = await loadGroup(ctx, { id });
  return { ...variant, variants, feedbackQuestions: [], checkoutQuestions: [], addOns: [] };
}
