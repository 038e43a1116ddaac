import { z } from "zod";
import { defineEventType } from "./define-event-type";
import { endpointFact, exampleEndpointFact, exampleFailure, failureFact } from "./failing-endpoint";

export const endpointFailing = defineEventType({
  name: "endpoint.failing",
  group: "Operational",
  description: "Fires when an endpoint starts to fail, and again a day before it is disabled for that.",
  never: "A single failed attempt fires nothing, and the endpoint that it is about never hears of it.",
  automates: [
    "Page whoever is on duty",
    "Open a ticket with the failure in it",
    "Post to the team's chat before events pile up",
  ],
  data: z.object({
    ...endpointFact,
    ...failureFact,
    disablesAt: z.iso
      .datetime()
      .nullable()
      .describe("When it is disabled unless a delivery succeeds; null while that is not near."),
  }),
  example: { ...exampleEndpointFact, failure: exampleFailure, disablesAt: null },
});
