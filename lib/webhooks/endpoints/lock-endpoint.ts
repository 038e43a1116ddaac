import type { Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/**
 * Takes the endpoint's row, which whoever makes work due or ends it takes first, and then reads what its last holder wrote.
 * Throws `not-found`, also for a deleted endpoint.
 */
export async function lockEndpoint(tx: Tx, { storeId }: Ctx, id: string): Promise<EndpointRow> {
  await tx.$queryRaw`
    SELECT 1 FROM endpoint_work WHERE store_id = ${storeId}::uuid AND endpoint_id = ${id} FOR NO KEY UPDATE`;
  const endpoint = await tx.endpoint.findFirst({ where: { storeId, id, deletedAt: null } });
  if (!endpoint) throw notFound("The endpoint");
  return endpoint;
}

export type EndpointRow = Prisma.EndpointGetPayload<object>;
