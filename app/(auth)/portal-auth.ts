import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { Credentials as CredentialsInput, revokeSession, sessionSeconds, signIn } from "@/lib/identity";
import { clientAddress } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";

const secure = () => env().APP_URL.startsWith("https:");
const cookieName = (name: string) => `${secure() ? "__Secure-" : ""}opencals.portal.${name}`;
const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

/** next-auth's own routes. The cookie carries the session row's id and nothing else; the row decides. */
export function portalAuthOptions(): NextAuthOptions {
  const cookie = (name: string) => ({ name: cookieName(name), options: cookieOptions() });
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/signin", error: "/signin" },
    useSecureCookies: secure(),
    cookies: {
      sessionToken: cookie("session"),
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(input, request) {
          const credentials = CredentialsInput.parse(input);
          const headers = new Headers(request.headers as Record<string, string>);
          const { sessionId } = await signIn({ ...credentials, ...clientOf(headers) });
          return { id: sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await revokeSession(token.sid);
      },
    },
    // Its own logger prints a stack for each cookie it cannot read, which anybody can send.
    logger: { error: () => {}, warn: () => {} },
  };
}

/** What a sign-in records and throttles by. */
export const clientOf = (headers: Headers) => ({
  address: clientAddress(headers),
  userAgent: headers.get("user-agent") ?? "",
});

/** Hands this browser the session. Server actions only. */
export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({
    secret: env().AUTH_SECRET,
    maxAge: sessionSeconds,
    token: { sid: sessionId },
  });
  (await cookies()).set(cookieName("session"), token, { ...cookieOptions(), maxAge: sessionSeconds });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete({ name: cookieName("session"), ...cookieOptions() });
}

/** The session id that this browser's cookie carries; `null` when it carries none that we wrote. Says nothing of the row. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (!token) return null;
  const content = await decode({ secret: env().AUTH_SECRET, token }).catch(() => null);
  return typeof content?.sid === "string" ? content.sid : null;
}

/** Tells a browser that was signed in from one that never was. */
export const hasSessionCookie = async () => (await cookies()).has(cookieName("session"));
