import { z } from "zod";
import { getProductBySlug } from "@/lib/catalog";
import { ProductSlug } from "@/lib/events/contract";
import { operation } from "../operation";

export const productGetBySlug = operation({
  name: "product.getBySlug",
  method: "GET",
  path: "/storefront/products/slug/{slug}",
  summary: "The variant whose slug it is, with all variants of its product.",
  access: "key",
  params: z.object({ slug: z.string() }),
  response: ProductSlug,
  run: ({ ctx }, { params }) => getProductBySlug(ctx, params.slug),
});
