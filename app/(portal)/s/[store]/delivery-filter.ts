import { z } from "zod";
import { eventTypes } from "@/lib/events";
import { typeId } from "@/lib/platform/ids";
import { deliveryStatuses } from "@/lib/webhooks/contract";

/** What a list's URL says. Anything that is no filter is as if it were not there. */
const DeliveryQuery = z.object({
  status: z.enum(deliveryStatuses).optional().catch(undefined),
  type: z.enum(eventTypes).optional().catch(undefined),
  endpoint: typeId("ep").optional().catch(undefined),
  from: z.iso.datetime().optional().catch(undefined),
  to: z.iso.datetime().optional().catch(undefined),
  before: typeId("dlv").optional().catch(undefined),
  after: typeId("dlv").optional().catch(undefined),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const readDeliveryQuery = (query: Record<string, unknown>): DeliveryQuery =>
  DeliveryQuery.parse(query);

/** The list's URL with these filters. */
export function deliveriesHref(path: string, query: DeliveryQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** The same filters, from the list's newest on. */
export const fromItsStart = (query: DeliveryQuery, change: DeliveryQuery): DeliveryQuery => ({
  ...query,
  before: undefined,
  after: undefined,
  ...change,
});
