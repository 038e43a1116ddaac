import { z } from "zod";
import { listRanges } from "@/lib/booking";
import { CurrentAvailabilitySlot } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { slotQuery } from "../slot-query";
import { operation } from "../operation";

export const productAvailabilityRanges = operation({
  name: "product.getCurrentAvailabilitiesMerged",
  method: "GET",
  path: "/storefront/products/{productId}/current-availability-ranges",
  summary: "Spans in which a slot may start and end; of all days that can be booked when no date is given.",
  access: "key",
  params: z.object({ productId: Uuid }),
  query: z.object({ ...slotQuery, date: z.string().optional() }),
  response: z.array(CurrentAvailabilitySlot),
  run: ({ ctx }, { params, query }) => listRanges(ctx, { ...params, ...query }),
});
