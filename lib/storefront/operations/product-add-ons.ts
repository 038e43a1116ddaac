import { z } from "zod";
import { getProduct } from "@/lib/catalog";
import { AddOnListItem } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const productAddOns = operation({
  name: "product.listAddOns",
  method: "GET",
  path: "/storefront/products/{productId}/add-ons",
  summary: "What can be booked with the product; nothing yet.",
  access: "key",
  params: z.object({ productId: Uuid }),
  response: z.array(AddOnListItem),
  async run({ ctx }, { params }) {
    await getProduct(ctx, params.productId);
    return [];
  },
});
