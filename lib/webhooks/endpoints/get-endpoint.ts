import type { Ctx } from "@/lib/identity";
import { notFound } from "@/lib/platform/errors";
import type { EndpointListItem } from "./shapes";
import { readEndpoints } from "./read-endpoints";

/** One endpoint of the store, as the list shows it. Throws `not-found`, also for a deleted one. */
export async function getEndpoint(ctx: Ctx, id: string): Promise<EndpointListItem> {
  const [endpoint] = await readEndpoints(ctx, { id });
  if (!endpoint) throw notFound("The endpoint");
  return endpoint;
}
