import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { EndpointRow } from "./lock-endpoint";

/** The row alone. Throws `not-found`, also for a deleted endpoint. */
export async function findEndpoint({ storeId, tx }: Ctx, id: string): Promise<EndpointRow> {
  const endpoint = await (tx ?? db()).endpoint.findFirst({ where: { storeId, id, deletedAt: null } });
  if (!endpoint) throw notFound("The endpoint");
  return endpoint;
}
