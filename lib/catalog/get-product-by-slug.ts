import type { ProductSlug } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import { loadGroup } from "./load-group";

/** The variant whose slug it is (its id is what one books), with all variants of its group. */
export async function getProductBySlug(ctx: Ctx, slug: string): Promise<ProductSlug> {
  const { variant, variants } = await loadGroup(ctx, { slug });
  return { ...variant, variants };
}
