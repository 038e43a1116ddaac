import { z } from "zod";
import { listProducts } from "@/lib/catalog";
import { ProductListItem } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";
import { pageOf, toPage } from "../page-of";
import { pageQuery, repeated, SearchText } from "../paging";

export const productList = operation({
  name: "product.list",
  method: "GET",
  path: "/storefront/products",
  summary: "Products, each with all its variants.",
  access: "key",
  query: pageQuery().extend({
    q: SearchText,
    locationId: Uuid.optional(),
    status: repeated(z.enum(["active", "inactive"], "Write active or inactive.")),
  }),
  response: pageOf(ProductListItem),
  run: async ({ ctx }, { query }) => toPage(query, await listProducts(ctx, query)),
});
