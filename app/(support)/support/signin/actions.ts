"use server";

import type { SubmissionResult } from "@conform-to/react";
import { submitSignIn } from "@/app/(auth)/sign-in";
import { supportAuth } from "@/app/(auth)/support-auth";

export async function signInAction(_last: unknown, form: FormData): Promise<SubmissionResult> {
  return submitSignIn(supportAuth, form);
}
