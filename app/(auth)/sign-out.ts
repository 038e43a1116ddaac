"use server";

import { redirect } from "next/navigation";
import { revokeSession } from "@/lib/identity";
import { requireOwnOrigin } from "./own-origin";
import { clearSessionCookie, readSessionCookie } from "./portal-auth";

/** Ends this browser's session, and with it every copy of its cookie. */
export async function signOutAction(): Promise<void> {
  await requireOwnOrigin();
  const sessionId = await readSessionCookie();
  if (sessionId) await revokeSession(sessionId);
  await clearSessionCookie();
  redirect("/signin");
}
