import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { listCustomHeaders } from "../http/custom-headers";
import type { EndpointSettings } from "./shapes";

/** How the endpoint is served; of its own headers the names alone. Throws `not-found`, also for a deleted one. */
export async function getEndpointSettings(ctx: Ctx, id: string): Promise<EndpointSettings> {
  const endpoint = await (ctx.tx ?? db()).endpoint.findFirst({
    where: { storeId: ctx.storeId, id, deletedAt: null },
    include: { work: { select: { cap: true } } },
  });
  if (!endpoint?.work) throw notFound("The endpoint");
  const { retryDelays, ratePerSecond, ordered, signsEd25519 } = endpoint;
  const { locationIds, productIds, staffMemberIds, operationalTypes, work } = endpoint;
  return {
    retryDelays,
    cap: work.cap,
    ratePerSecond,
    ordered,
    customHeaders: listCustomHeaders(endpoint),
    signsEd25519,
    locationIds,
    productIds,
    staffMemberIds,
    operationalTypes,
  };
}
