import { z } from "zod";
import { getCollectionBySlug } from "@/lib/catalog";
import { ProductCollection } from "@/lib/events/contract";
import { operation } from "../operation";

export const collectionGetBySlug = operation({
  name: "productCollections.getBySlug",
  method: "GET",
  path: "/storefront/product-collections/slug/{slug}",
  summary: "A collection by its slug, also one that lists do not show.",
  access: "key",
  params: z.object({ slug: z.string() }),
  response: ProductCollection,
  run: ({ ctx }, { params }) => getCollectionBySlug(ctx, params.slug),
});
