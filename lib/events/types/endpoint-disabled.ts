import { z } from "zod";
import { defineEventType } from "./define-event-type";
import { endpointFact, exampleEndpointFact, exampleFailure, failureFact } from "./failing-endpoint";

export const endpointDisabled = defineEventType({
  name: "endpoint.disabled",
  group: "Operational",
  description: "Fires when an endpoint is disabled because it failed for days or answered 410 Gone.",
  never: "Disabling an endpoint by hand fires nothing.",
  automates: [
    "Page whoever is on duty: its events are held from now on",
    "Open a ticket with the failure in it",
    "Note the start of an outage",
  ],
  data: z.object({
    ...endpointFact,
    ...failureFact,
    reason: z.enum(["failing", "gone"]).describe("It failed for days, or answered 410 Gone."),
  }),
  example: { ...exampleEndpointFact, failure: exampleFailure, reason: "failing" },
});
