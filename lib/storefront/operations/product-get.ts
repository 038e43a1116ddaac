import { z } from "zod";
import { getProduct } from "@/lib/catalog";
import { ProductDetail } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const productGet = operation({
  name: "product.get",
  method: "GET",
  path: "/storefront/products/{productId}",
  summary: "A variant by its id, with all that belongs to it.",
  access: "key",
  params: z.object({ productId: Uuid }),
  response: ProductDetail,
  run: ({ ctx }, { params }) => getProduct(ctx, params.productId),
});
