import { z } from "zod";
import { listSlots } from "@/lib/booking";
import { CurrentAvailabilitySlot } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { slotQuery } from "../slot-query";
import { operation } from "../operation";

export const productAvailabilities = operation({
  name: "product.getCurrentAvailabilities",
  method: "GET",
  path: "/storefront/products/{productId}/current-availabilities",
  summary: "The free slots of a local day, in UTC.",
  access: "key",
  params: z.object({ productId: Uuid }),
  query: z.object({ ...slotQuery, date: z.string() }),
  response: z.array(CurrentAvailabilitySlot),
  run: ({ ctx }, { params, query }) => listSlots(ctx, { ...params, ...query }),
});
