import { listLocations, locationOrders } from "@/lib/catalog";
import { LocationDetail } from "@/lib/events/contract";
import { operation } from "../operation";
import { pageOf, toPage } from "../page-of";
import { orderedBy, pageQuery, SearchText } from "../paging";

export const locationList = operation({
  name: "location.list",
  method: "GET",
  path: "/storefront/locations",
  summary: "The places where one can book.",
  access: "key",
  query: pageQuery().extend({ q: SearchText, orderBy: orderedBy(locationOrders) }),
  response: pageOf(LocationDetail),
  run: async ({ ctx }, { query }) => toPage(query, await listLocations(ctx, query)),
});
