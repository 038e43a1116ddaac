"use server";

import { redirect } from "next/navigation";
import { requireOwnOrigin } from "@/app/(auth)/own-origin";
import { supportAuth } from "@/app/(auth)/support-auth";

export async function signOutAction(): Promise<void> {
  await requireOwnOrigin();
  await supportAuth.endSession();
  redirect(supportAuth.signInPath);
}
