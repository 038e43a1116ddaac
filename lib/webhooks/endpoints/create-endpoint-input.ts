import { z } from "zod";
import { eventTypes } from "@/lib/events";
import { SettingsInput } from "./settings-input";

const nameMax = 60;
const descriptionMax = 500;

export const CreateEndpointInput = SettingsInput.extend({
  name: z
    .string("Give it a name.")
    .trim()
    .min(1, "Give it a name.")
    .max(nameMax, `A name has at most ${nameMax} characters.`),
  /** A note for the store's people; absent: as it is. Browsers send line ends as two characters, and count them as one. */
  description: z
    .string("Write a text.")
    .overwrite((text) => text.replaceAll("\r\n", "\n").trim())
    .max(descriptionMax, `A description has at most ${descriptionMax} characters.`)
    .optional(),
  url: z.string("Enter the URL.").trim().min(1, "Enter the URL."),
  /** Empty: all event types, also those to come. */
  eventTypes: z
    .array(z.enum(eventTypes, { error: ({ input }) => `There is no event type ${JSON.stringify(input)}.` }))
    .transform((types) => [...new Set(types)]),
});
export type CreateEndpointInput = z.input<typeof CreateEndpointInput>;
