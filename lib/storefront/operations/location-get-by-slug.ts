import { z } from "zod";
import { getLocation } from "@/lib/catalog";
import { LocationDetail } from "@/lib/events/contract";
import { operation } from "../operation";

export const locationGetBySlug = operation({
  name: "location.getBySlug",
  method: "GET",
  path: "/storefront/locations/slug/{slug}",
  summary: "A location by its slug.",
  access: "key",
  params: z.object({ slug: z.string() }),
  response: LocationDetail,
  run: ({ ctx }, { params }) => getLocation(ctx, params),
});
