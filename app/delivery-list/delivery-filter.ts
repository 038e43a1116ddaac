import { z } from "zod";
import { eventTypes } from "@/lib/events";
import { typeId } from "@/lib/platform/ids";
import { isStorable } from "@/lib/platform/storable";
import { deliveryStatuses, type DeliveryStatus } from "@/lib/webhooks/contract";

const subjectMax = 40;

/** What a list's URL says. Anything that is no filter is as if it were not there. */
const DeliveryQuery = z.object({
  status: z
    .enum([...deliveryStatuses, "all"])
    .optional()
    .catch(undefined),
  type: z.enum(eventTypes).optional().catch(undefined),
  endpoint: typeId("ep").optional().catch(undefined),
  /** The number of an appointment or an order. */
  subject: z.string().trim().min(1).max(subjectMax).refine(isStorable).optional().catch(undefined),
  from: z.iso.datetime().optional().catch(undefined),
  to: z.iso.datetime().optional().catch(undefined),
  before: typeId("dlv").optional().catch(undefined),
  after: typeId("dlv").optional().catch(undefined),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const readDeliveryQuery = (query: Record<string, unknown>): DeliveryQuery =>
  DeliveryQuery.parse(query);

/** The same filters, from the list's newest on. */
export const fromItsStart = (query: DeliveryQuery, change: DeliveryQuery): DeliveryQuery => ({
  ...query,
  before: undefined,
  after: undefined,
  ...change,
});

/** The status that is shown; undefined: all. */
export const statusAsked = ({ status }: DeliveryQuery): DeliveryStatus | undefined =>
  status === "all" ? undefined : status;

/** The same where what fails comes first unless something else is asked for. */
export function failingFirst(
  { status }: DeliveryQuery,
  counts: Record<DeliveryStatus, number>,
): DeliveryStatus | "all" {
  return status ?? (["failed", "exhausted"] as const).find((one) => counts[one] > 0) ?? "all";
}
