"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { actingMember } from "@/app/(portal)/member";
import { DomainError } from "@/lib/platform/errors";
import { createEndpoint } from "@/lib/webhooks";
import { NewEndpointForm } from "./new-endpoint-form";

/** `added` is told once, to the browser that asked: the secret appears on no later page. */
export type AddEndpointState = {
  result?: SubmissionResult;
  added?: { id: string; name: string; secret: string };
};

export async function addEndpointAction(
  slug: string,
  _last: AddEndpointState,
  form: FormData,
): Promise<AddEndpointState> {
  const { ctx } = await actingMember(slug);
  const submission = parseWithZod(form, { schema: NewEndpointForm });
  if (submission.status !== "success") return { result: submission.reply() };
  try {
    const { endpoint, secret } = await createEndpoint(ctx, submission.value);
    return { added: { id: endpoint.id, name: endpoint.name, secret } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fieldErrors = Object.fromEntries(
      error.fields.map(({ property, messages }) => [property, messages]),
    );
    const formErrors = error.fields.length === 0 ? [error.message] : undefined;
    return { result: submission.reply({ fieldErrors, formErrors }) };
  }
}
