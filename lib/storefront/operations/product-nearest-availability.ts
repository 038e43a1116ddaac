import { z } from "zod";
import { findNearest } from "@/lib/booking";
import { AvailabilitySlot } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { freeTimeQuery } from "../slot-query";
import { operation } from "../operation";

export const productNearestAvailability = operation({
  name: "product.getNearestAvailability",
  method: "GET",
  path: "/storefront/products/{productId}/nearest-availability",
  summary: "The first free slot; 204 where there is none.",
  access: "key",
  params: z.object({ productId: Uuid }),
  query: z.object(freeTimeQuery),
  response: AvailabilitySlot,
  run: async ({ ctx }, { params, query }) => (await findNearest(ctx, { ...params, ...query })) ?? undefined,
});
