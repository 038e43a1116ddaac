import { z } from "zod";
import { defineEventType } from "./define-event-type";
import { endpointFact, exampleEndpointFact } from "./failing-endpoint";

export const endpointRecovered = defineEventType({
  name: "endpoint.recovered",
  group: "Operational",
  description: "Fires when a delivery succeeds to an endpoint that was said to fail or to be disabled.",
  never: "A success after a failure that nobody was told of fires nothing.",
  automates: ["Close the ticket", "Tell whoever was paged", "Note the end of an outage"],
  data: z.object(endpointFact),
  example: exampleEndpointFact,
});
