import { z } from "zod";
import { collectionOrders, listCollections } from "@/lib/catalog";
import { ProductCollection } from "@/lib/events/contract";
import { operation } from "../operation";
import { pageOf, toPage } from "../page-of";
import { orderedBy, pageQuery, SearchText } from "../paging";

export const collectionList = operation({
  name: "productCollections.list",
  method: "GET",
  path: "/storefront/product-collections",
  summary: "Collections with their products.",
  access: "key",
  query: pageQuery().extend({
    q: SearchText,
    isVisible: z.stringbool({ error: "Write true or false." }).optional(),
    orderBy: orderedBy(collectionOrders),
  }),
  response: pageOf(ProductCollection),
  run: async ({ ctx }, { query }) => toPage(query, await listCollections(ctx, query)),
});
