import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { unreachable } from "@/components/shell/unreachable";
import { findSession, type SignedIn } from "@/lib/identity";
import { isUnreachable } from "@/lib/platform/database-error";
import { hasSessionCookie, readSessionCookie } from "./portal-auth";

/** Who sent this request, by the session row as it stands now; null when nobody is signed in. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await readSessionCookie();
  if (sessionId === null) return null;
  return findSession(sessionId, "portal").catch((error: unknown) => {
    // The digest is all that the error page in the browser learns of an error.
    if (isUnreachable(error))
      throw Object.assign(new Error("The database is away."), { digest: unreachable });
    throw error;
  });
});

/** Sends whoever is not signed in to the sign-in page, which leads back here. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (signedIn) return signedIn;
  const query = new URLSearchParams({ next: (await headers()).get("x-opencals-path") ?? "/" });
  if (await hasSessionCookie()) query.set("ended", "1");
  redirect(`/signin?${query}`);
}
