import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { unreachable } from "@/components/ui/unreachable";
import { findSession, findSupportSession, type SignedIn } from "@/lib/identity";
import { isUnreachable } from "@/lib/platform/database-error";
import { requireOwnOrigin } from "./own-origin";
import { portalAuth } from "./portal-auth";
import type { RealmAuth } from "./realm-auth";
import { supportAuth } from "./support-auth";

/** Who sent this request, by the session row as it stands now; null when nobody is signed in. */
export const findSignedIn = cache(() => find(portalAuth, (id) => findSession(id, "portal")));

/** The support agent who sent this request; null for everybody else, members included. */
export const findSupport = cache(() => find(supportAuth, findSupportSession));

/** Sends whoever is not signed in to the sign-in page, which leads back here. */
export const requireSignedIn = async (): Promise<SignedIn> => (await findSignedIn()) ?? toSignIn(portalAuth);

/** The same for a page of the support console. */
export const requireSupport = async (): Promise<SignedIn> => (await findSupport()) ?? toSignIn(supportAuth);

/** The same for a server action, which must have come from a page of ours. */
export async function requireActingSupport(): Promise<SignedIn> {
  await requireOwnOrigin();
  return requireSupport();
}

async function find(
  auth: RealmAuth,
  findBySession: (sessionId: string) => Promise<SignedIn | null>,
): Promise<SignedIn | null> {
  const sessionId = await auth.readSession();
  if (sessionId === null) return null;
  return findBySession(sessionId).catch((error: unknown) => {
    // The digest is all that the error page in the browser learns of an error.
    if (isUnreachable(error))
      throw Object.assign(new Error("The database is away."), { digest: unreachable });
    throw error;
  });
}

async function toSignIn(auth: RealmAuth): Promise<never> {
  const query = new URLSearchParams({ next: (await headers()).get("x-opencals-path") ?? auth.home });
  if (await auth.hasCookie()) query.set("ended", "1");
  redirect(`${auth.signInPath}?${query}`);
}
