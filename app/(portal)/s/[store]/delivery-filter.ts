import { z } from "zod";
import { typeId } from "@/lib/platform/ids";
import { deliveryStatuses } from "@/lib/webhooks/contract";

/** What a list's URL says. Anything that is no filter is as if it were not there. */
const DeliveryFilter = z.object({
  status: z.enum(deliveryStatuses).optional().catch(undefined),
  before: typeId("dlv").optional().catch(undefined),
  after: typeId("dlv").optional().catch(undefined),
});
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

export const readDeliveryFilter = (query: Record<string, unknown>): DeliveryFilter =>
  DeliveryFilter.parse(query);

/** The list's URL with this filter. */
export function deliveriesHref(path: string, filter: DeliveryFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined));
  return query.size ? `${path}?${query}` : path;
}
