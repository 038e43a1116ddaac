import type { Submission, SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { DomainError } from "@/lib/platform/errors";
import { CreateEndpointInput } from "@/lib/webhooks";
import { parseWaits, usualSettings } from "@/lib/webhooks/contract";

const { retryDelays, ...fields } = CreateEndpointInput.shape;

/** The ladder as it is written: "5 s, 5 min, 2 h". Empty: the usual one. */
const Waits = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined) return null;
    const read = parseWaits(text);
    if ("delays" in read) return read.delays;
    const message = `“${read.notAWait}” is no wait. Write each as a number with s, min or h, such as 5 s, 5 min, 2 h.`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  })
  .pipe(retryDelays.unwrap());

const Form = z.object({
  ...fields,
  retryDelays: Waits,
  /** All event types are wanted, or those ticked. */
  scope: z.enum(["all", "some"], "Choose one."),
});

/** What the forms of an endpoint send, as its verbs take it: all settings, since what is not ticked is not sent. */
export const EndpointForm = Form.refine(({ scope, eventTypes }) => scope === "all" || eventTypes.length > 0, {
  path: ["eventTypes"],
  error: "Choose at least one event type.",
}).transform(({ scope, ...input }) => ({
  ...input,
  description: input.description ?? "",
  eventTypes: scope === "all" ? [] : input.eventTypes,
  cap: input.cap ?? usualSettings.cap,
  ratePerSecond: input.ratePerSecond ?? null,
  ordered: input.ordered ?? false,
  signsEd25519: input.signsEd25519 ?? false,
  customHeaders: input.customHeaders ?? [],
  locationIds: input.locationIds ?? [],
  productIds: input.productIds ?? [],
  staffMemberIds: input.staffMemberIds ?? [],
  operationalTypes: input.operationalTypes ?? [],
}));

const shownBesideFields = Object.keys(Form.shape);

/** A verb's refusal as the form shows it: beside its field where it has one there. Throws what is no refusal. */
export function replyRefused(
  submission: Pick<Submission<unknown>, "reply">,
  error: unknown,
): SubmissionResult {
  if (!(error instanceof DomainError)) throw error;
  const shown = error.fields.filter(({ property }) =>
    shownBesideFields.includes(property.split(".")[0] ?? ""),
  );
  const fieldErrors = Object.fromEntries(
    shown.map(({ property, messages }) => [property.replace(/\.(\d+)/g, "[$1]"), messages]),
  );
  return submission.reply({ fieldErrors, formErrors: shown.length === 0 ? [error.message] : undefined });
}
