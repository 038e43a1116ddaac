import { createHmac } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import {
  Credentials as CredentialsInput,
  revokeSession,
  sessionSeconds,
  signIn,
  type Realm,
} from "@/lib/identity";
import { clientAddress } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";

const secure = () => env().APP_URL.startsWith("https:");

/**
 * How one of our applications keeps people signed in: its own cookie, sealed with a secret of its own. The cookie carries
 * the session row's id and nothing else; the row decides. `home` is where its pages begin, `signInPath` where one signs in.
 */
export class RealmAuth {
  constructor(
    readonly realm: Realm,
    readonly home: string,
    readonly signInPath: string,
  ) {}

  /** next-auth's own routes. */
  options(): NextAuthOptions {
    const cookie = (name: string) => ({ name: this.#cookieName(name), options: cookieOptions() });
    return {
      secret: this.#secret(),
      session: { strategy: "jwt", maxAge: sessionSeconds[this.realm] },
      pages: { signIn: this.signInPath, error: this.signInPath },
      useSecureCookies: secure(),
      cookies: {
        sessionToken: cookie("session"),
        csrfToken: cookie("csrf"),
        callbackUrl: cookie("callback"),
      },
      providers: [
        Credentials({
          credentials: { email: {}, password: {} },
          authorize: async (input, request) => {
            const credentials = CredentialsInput.parse(input);
            const headers = new Headers(request.headers as Record<string, string>);
            const { sessionId } = await signIn({ ...credentials, realm: this.realm, ...clientOf(headers) });
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

  /** Hands this browser the session. Server actions only. */
  async writeSession(sessionId: string): Promise<void> {
    const maxAge = sessionSeconds[this.realm];
    const token = await encode({ secret: this.#secret(), maxAge, token: { sid: sessionId } });
    (await cookies()).set(this.#cookieName("session"), token, { ...cookieOptions(), maxAge });
  }

  /** Ends this browser's session, and with it every copy of its cookie. Server actions only. */
  async endSession(): Promise<void> {
    const sessionId = await this.readSession();
    if (sessionId) await revokeSession(sessionId);
    (await cookies()).delete({ name: this.#cookieName("session"), ...cookieOptions() });
  }

  /** The session id that this browser's cookie carries; `null` when it carries none that we wrote. Says nothing of the row. */
  async readSession(): Promise<string | null> {
    const token = (await cookies()).get(this.#cookieName("session"))?.value;
    if (!token) return null;
    const content = await decode({ secret: this.#secret(), token }).catch(() => null);
    return typeof content?.sid === "string" ? content.sid : null;
  }

  /** Tells a browser that was signed in from one that never was. */
  async hasCookie(): Promise<boolean> {
    return (await cookies()).has(this.#cookieName("session"));
  }

  #cookieName(name: string): string {
    return `${secure() ? "__Secure-" : ""}opencals.${this.realm}.${name}`;
  }

  /** So that a cookie of one realm, renamed, is no cookie of the other. */
  #secret(): string {
    return createHmac("sha256", env().AUTH_SECRET).update(`session:${this.realm}`).digest("base64url");
  }
}

const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: secure() });

/** What a sign-in records and throttles by. */
export const clientOf = (headers: Headers) => ({
  address: clientAddress(headers),
  userAgent: headers.get("user-agent") ?? "",
});
