import { z } from "zod";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verifyPassword } from "./password";
import { countSignInAttempt, uncountSignInAttempt } from "./sign-in-throttle";

/** For which of our two applications somebody signs in. */
export type Realm = "portal" | "support";

/** Who may act in every store signs in each day. */
export const sessionSeconds: Record<Realm, number> = { portal: 30 * 86_400, support: 12 * 3_600 };

export const Credentials = z.object({
  email: z.email("Enter your e-mail address.").max(254).toLowerCase(),
  password: z.string("Enter your password.").min(1, "Enter your password.").max(1024),
});

type SignInInput = z.infer<typeof Credentials> & {
  realm: Realm;
  /** The client's, as far as we can know it. */
  address: string;
  userAgent: string;
};

/**
 * Checks the password and opens a session of the realm. Throws `unauthorized` with the same words and after the same time
 * whether the account or the password is wrong, or a support session is asked for by who is no agent; `throttled` after
 * too many attempts.
 */
export async function signIn(input: SignInInput): Promise<{ sessionId: string; userId: string }> {
  const { realm, email, password, address, userAgent } = input;
  const guessing = { "sign-in-address": address, "sign-in-account": email };
  await countSignInAttempt(guessing);
  const user = await db().user.findUnique({ where: { email }, include: { supportAgent: true } });
  const matches = await verifyPassword(user?.passwordHash, password);
  const mayEnter = realm === "portal" || user?.supportAgent;
  if (!user || !matches || !mayEnter)
    throw new DomainError("unauthorized", "E-mail and password do not match.");
  await uncountSignInAttempt(guessing);
  const sessionId = newId();
  await db().session.create({
    data: {
      id: sessionId,
      userId: user.id,
      realm,
      userAgent: userAgent.slice(0, 300),
      expiresAt: new Date(Date.now() + sessionSeconds[realm] * 1000),
    },
  });
  return { sessionId, userId: user.id };
}
