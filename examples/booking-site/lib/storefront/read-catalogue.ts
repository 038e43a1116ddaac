import "server-only";
import { cache } from "react";
import { ProductService, StoreService, type ProductListItemResponse } from "@opencals/storefront-sdk";
import { ask } from "./client";
import { toService } from "./to-service";
import type { Catalogue, Service, Store } from "./types";

/** Larger pages would be more than Next keeps of one answer. */
const pageSize = 50;

/** All that pages made ahead show. Throws while the store cannot be reached, so that Next keeps the page it has. */
export const readCatalogue = cache(async (): Promise<Catalogue> => {
  const [store, { products, asOf }] = await Promise.all([readStore(), readProducts()]);
  return { store, services: products.map(toService), asOf };
});

/** The service whose variant has this slug; undefined where there is none. */
export function findService(catalogue: Catalogue, slug: string): Service | undefined {
  return catalogue.services.find((service) => service.variants.some((variant) => variant.slug === slug));
}

export async function readStore(): Promise<Store> {
  const { data } = await ask("kept", (options) => StoreService.getStorePublicSettings(options));
  return {
    name: data.name ?? "",
    currency: data.currency ?? "EUR",
    timezone: data.settings?.timezone ?? "UTC",
    holdSeconds: data.settings?.reservationGap ?? 900,
  };
}

async function readProducts() {
  const products: ProductListItemResponse[] = [];
  let oldest: string | undefined;
  for (let page = 1, more = true; more; page++) {
    const { data, asOf } = await ask("kept", (options) =>
      ProductService.list({ ...options, query: { page, take: pageSize } }),
    );
    products.push(...data.data);
    more = data.meta.hasNextPage;
    if (!oldest || asOf < oldest) oldest = asOf;
  }
  return { products, asOf: oldest ?? new Date().toISOString() };
}
