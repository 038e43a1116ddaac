"use server";

import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { typeId } from "@/lib/platform/ids";
import { getEndpointSettings, updateEndpoint } from "@/lib/webhooks";
import { EndpointForm, replyRefused } from "../../endpoint-form";
import { readNarrowing, refuseUnknown } from "../../narrowing";

/** `version` is the endpoint's that the form shows: as it was opened, then as it was last saved. */
export type SettingsState = { version: string; result?: SubmissionResult };

const Last = z.object({ id: typeId("ep"), version: z.string() });

export async function saveEndpointAction(
  slug: string,
  opened: string,
  last: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { ctx } = await actingMember(slug);
  const { id, version } = Last.parse({ ...last, id: opened });
  const submission = parseWithZod(form, { schema: EndpointForm });
  if (submission.status !== "success") return { version, result: submission.reply() };
  try {
    refuseUnknown(submission.value, await readNarrowing(ctx, await getEndpointSettings(ctx, id)));
    const saved = await updateEndpoint(ctx, { ...submission.value, id, version });
    refresh();
    // A result, though it is well: it takes away what was wrong before.
    return { version: saved.version, result: submission.reply() };
  } catch (error) {
    return { version, result: replyRefused(submission, error) };
  }
}
