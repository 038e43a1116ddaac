"use server";

import { redirect } from "next/navigation";
import { requireOwnOrigin } from "./own-origin";
import { portalAuth } from "./portal-auth";

/** Ends this browser's session, and with it every copy of its cookie. */
export async function signOutAction(): Promise<void> {
  await requireOwnOrigin();
  await portalAuth.endSession();
  redirect(portalAuth.signInPath);
}
