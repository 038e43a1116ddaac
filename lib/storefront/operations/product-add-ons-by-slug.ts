import { z } from "zod";
import { getProductBySlug } from "@/lib/catalog";
import { AddOnListItem } from "@/lib/events/contract";
import { operation } from "../operation";

export const productAddOnsBySlug = operation({
  name: "product.listAddOnsBySlug",
  method: "GET",
  path: "/storefront/products/slug/{slug}/add-ons",
  summary: "What can be booked with the product; nothing yet.",
  access: "key",
  params: z.object({ slug: z.string() }),
  response: z.array(AddOnListItem),
  async run({ ctx }, { params }) {
    await getProductBySlug(ctx, params.slug);
    return [];
  },
});
