import { z } from "zod";
import { getLocation } from "@/lib/catalog";
import { LocationDetail } from "@/lib/events/contract";
import { Uuid } from "@/lib/platform/ids";
import { operation } from "../operation";

export const locationGet = operation({
  name: "location.get",
  method: "GET",
  path: "/storefront/locations/{locationId}",
  summary: "A location by its id.",
  access: "key",
  params: z.object({ locationId: Uuid }),
  response: LocationDetail,
  run: ({ ctx }, { params }) => getLocation(ctx, { id: params.locationId }),
});
