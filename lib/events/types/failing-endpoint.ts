import { z } from "zod";

/** What the operational types share: which endpoint, and the delivery that made the turn. Its URL may hold a key: it stays. */
export const endpointFact = {
  endpoint: z.object({ id: z.string(), name: z.string() }).describe("The endpoint that it is about."),
  deliveryId: z.string().nullable().describe("The delivery whose attempt made the turn."),
  eventId: z.string().nullable().describe("The event which that delivery carries."),
};

export const failureFact = {
  failure: z
    .object({
      kind: z.string().nullable().describe("dns, connect-timeout, tls, http-status, …"),
      statusCode: z.number().int().nullable(),
      message: z.string().describe("What happened, in a sentence."),
    })
    .nullable()
    .describe("Its last failed attempt; null once that is no longer kept."),
};

export const exampleEndpointFact = {
  endpoint: { id: "ep_01m86m7qrkfbfs6xvs5xd1y3a6", name: "Booking site" },
  deliveryId: "dlv_01m86m7qs2e5va0h8m2b6tq9fn",
  eventId: "evt_01m86m7qrkfbfs6xvs5xd1y3a6",
};

export const exampleFailure = {
  kind: "first-byte-timeout",
  statusCode: null,
  message: "Your server took the request, then said nothing for 15 s.",
};
