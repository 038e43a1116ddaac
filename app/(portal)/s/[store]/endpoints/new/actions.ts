"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { actingMember } from "@/app/(portal)/member";
import { createEndpoint } from "@/lib/webhooks";
import { EndpointForm, replyRefused } from "../endpoint-form";
import { readNarrowing, refuseUnknown } from "../narrowing";

/** `added` is told once, to the browser that asked: the secret is in no later page until somebody reveals it. */
export type AddEndpointState = {
  result?: SubmissionResult;
  added?: { id: string; name: string; url: string; secret: string };
};

export async function addEndpointAction(
  slug: string,
  _last: AddEndpointState,
  form: FormData,
): Promise<AddEndpointState> {
  const { ctx } = await actingMember(slug);
  const submission = parseWithZod(form, { schema: EndpointForm });
  if (submission.status !== "success") return { result: submission.reply() };
  try {
    refuseUnknown(submission.value, await readNarrowing(ctx));
    const { endpoint, secret } = await createEndpoint(ctx, submission.value);
    const { id, name, url } = endpoint;
    return { added: { id, name, url, secret } };
  } catch (error) {
    return { result: replyRefused(submission, error) };
  }
}
