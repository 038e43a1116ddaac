import type { Submission, SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { DomainError } from "@/lib/platform/errors";
import { CreateEndpointInput } from "@/lib/webhooks";

const Form = CreateEndpointInput.extend({
  /** All event types are wanted, or those ticked. */
  scope: z.enum(["all", "some"], "Choose one."),
});

/** What the forms of an endpoint send, as its verbs take it. */
export const EndpointForm = Form.refine(({ scope, eventTypes }) => scope === "all" || eventTypes.length > 0, {
  path: ["eventTypes"],
  error: "Choose at least one event type.",
}).transform(({ scope, ...input }) => (scope === "all" ? { ...input, eventTypes: [] } : input));

const shownBesideFields = ["url", "name", "eventTypes"];

/** A verb's refusal as the form shows it: beside its field where it has one there. Throws what is no refusal. */
export function replyRefused<T>(submission: Submission<T>, error: unknown): SubmissionResult {
  if (!(error instanceof DomainError)) throw error;
  const shown = error.fields.filter(({ property }) => shownBesideFields.includes(property));
  const fieldErrors = Object.fromEntries(shown.map(({ property, messages }) => [property, messages]));
  return submission.reply({ fieldErrors, formErrors: shown.length === 0 ? [error.message] : undefined });
}
