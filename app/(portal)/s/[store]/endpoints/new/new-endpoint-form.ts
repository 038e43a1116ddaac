import { z } from "zod";
import { CreateEndpointInput } from "@/lib/webhooks";

/** What the form sends: the verb's input, and whether all event types are wanted or those ticked. */
export const NewEndpointForm = CreateEndpointInput.extend({ scope: z.enum(["all", "some"], "Choose one.") })
  .refine(({ scope, eventTypes }) => scope === "all" || eventTypes.length > 0, {
    path: ["eventTypes"],
    error: "Choose at least one event type.",
  })
  .transform(({ scope, ...input }) => (scope === "all" ? { ...input, eventTypes: [] } : input));
