import { z } from "zod";
import { typeId } from "@/lib/platform/ids";
import { deliveryStatuses, type DeliveryStatus } from "@/lib/webhooks/contract";

/** What a list's URL says: without a status, what fails comes first. Anything that is no filter is as if it were not there. */
const StoreDeliveries = z.object({
  status: z
    .enum([...deliveryStatuses, "all"])
    .optional()
    .catch(undefined),
  before: typeId("dlv").optional().catch(undefined),
  after: typeId("dlv").optional().catch(undefined),
});
export type StoreDeliveries = z.infer<typeof StoreDeliveries>;

export const readStoreDeliveries = (query: Record<string, unknown>): StoreDeliveries =>
  StoreDeliveries.parse(query);

/** The list's URL. */
export const storeDeliveriesHref = (path: string, asked: StoreDeliveries): string =>
  `${path}?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`;

/** The status that is shown; undefined: all. */
export function statusShown(
  asked: StoreDeliveries["status"],
  counts: Record<DeliveryStatus, number>,
): DeliveryStatus | undefined {
  if (asked === "all") return undefined;
  return asked ?? (["failed", "exhausted"] as const).find((status) => counts[status] > 0);
}
