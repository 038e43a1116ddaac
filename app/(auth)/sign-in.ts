import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Credentials, signIn } from "@/lib/identity";
import { isUnreachable } from "@/lib/platform/database-error";
import { DomainError } from "@/lib/platform/errors";
import { requireOwnOrigin } from "./own-origin";
import { clientOf, type RealmAuth } from "./realm-auth";
import { returnPath } from "./return-path";

const hideFields = ["password"];

/** What a sign-in form's action does: signs in to the realm and goes on to the form's `next`, or answers what was wrong. */
export async function submitSignIn(auth: RealmAuth, form: FormData): Promise<SubmissionResult> {
  await requireOwnOrigin();
  const submission = parseWithZod(form, { schema: Credentials });
  if (submission.status !== "success") return submission.reply({ hideFields });
  try {
    const { sessionId } = await signIn({
      ...submission.value,
      realm: auth.realm,
      ...clientOf(await headers()),
    });
    await auth.writeSession(sessionId);
  } catch (error) {
    if (error instanceof DomainError)
      return submission.reply({ hideFields, fieldErrors: { password: [error.message] } });
    if (isUnreachable(error))
      return submission.reply({
        hideFields,
        formErrors: ["We cannot reach our database at the moment. Sign in again in a minute."],
      });
    throw error;
  }
  redirect(returnPath(form.get("next"), auth.home));
}
