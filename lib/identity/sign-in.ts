import { z } from "zod";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verifyPassword } from "./password";
import { countSignInAttempt, uncountSignInAttempt } from "./sign-in-throttle";

export type Realm = "portal" | "support";
export const sessionSeconds = 30 * 86_400;

export const Credentials = z.object({
  email: z.email("Enter your e-mail address.").max(254).toLowerCase(),
  password: z.string("Enter your password.").min(1, "Enter your password.").max(1024),
});

type SignInInput = z.infer<typeof Credentials> & {
  /** The client's, as far as we can know it. */
  address: string;
  userAgent: string;
};

/**
 * Checks the password and opens a portal session. Throws `unauthorized` with the same words and after the same time
 * whether the account or the password is wrong, and `throttled` after too many attempts.
 */
export async function signIn(input: SignInInput): Promise<{ sessionId: string; userId: string }> {
  const { email, password, address, userAgent } = input;
  await countSignInAttempt(email, address);
  const user = await db().user.findUnique({ where: { email } });
  const matches = await verifyPassword(user?.passwordHash, password);
  if (!user || !matches) throw new DomainError("unauthorized", "E-mail and password do not match.");
  await uncountSignInAttempt(email, address);
  const sessionId = newId();
  await db().session.create({
    data: {
      id: sessionId,
      userId: user.id,
      realm: "portal" satisfies Realm,
      userAgent: userAgent.slice(0, 300),
      expiresAt: new Date(Date.now() + sessionSeconds * 1000),
    },
  });
  return { sessionId, userId: user.id };
}
