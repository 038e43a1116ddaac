import type { Ctx } from "@/lib/identity";
import { endpointHealths, type EndpointListItem } from "./shapes";
import { readEndpoints } from "./read-endpoints";

/** The store's endpoints, worst first, then by name. */
export async function listEndpoints(ctx: Ctx): Promise<EndpointListItem[]> {
  const endpoints = await readEndpoints(ctx, {});
  const rank = ({ health }: EndpointListItem) => endpointHealths.indexOf(health);
  return endpoints.sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  );
}
