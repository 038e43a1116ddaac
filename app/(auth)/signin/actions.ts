"use server";

import type { SubmissionResult } from "@conform-to/react";
import { portalAuth } from "../portal-auth";
import { submitSignIn } from "../sign-in";

export async function signInAction(_last: unknown, form: FormData): Promise<SubmissionResult> {
  return submitSignIn(portalAuth, form);
}
