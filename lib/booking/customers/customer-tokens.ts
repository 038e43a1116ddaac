import { errors, jwtVerify, SignJWT } from "jose";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

const algorithm = "HS256";
const accessSeconds = 30 * 60;
export const refreshSeconds = 30 * 86_400;

type Kind = "access" | "refresh";
type Claims = { storeId: string; customerId: string; sessionId: string };

/** A customer's token for one store, good for 30 minutes (`access`) or 30 days (`refresh`). */
export function signCustomerToken(kind: Kind, { storeId, customerId, sessionId }: Claims): Promise<string> {
  return new SignJWT({ store: storeId, use: kind })
    .setProtectedHeader({ alg: algorithm })
    .setSubject(customerId)
    .setJti(sessionId)
    .setIssuedAt()
    .setExpirationTime(`${kind === "access" ? accessSeconds : refreshSeconds} s`)
    .sign(key());
}

/** Throws `unauthorized` for a token that is not ours, expired or of the other kind, `forbidden` for another store's. */
export async function readCustomerToken(kind: Kind, storeId: string, token: string): Promise<Claims> {
  const { payload } = await jwtVerify(token, key(), { algorithms: [algorithm] }).catch((error: unknown) => {
    if (error instanceof errors.JOSEError) throw unauthorized(error);
    throw error;
  });
  const { sub, jti, store, use } = payload;
  if (!sub || !jti || use !== kind) throw unauthorized();
  if (store !== storeId) throw new DomainError("forbidden", "This token belongs to another store.");
  return { storeId, customerId: sub, sessionId: jti };
}

export const unauthorized = (cause?: unknown) =>
  new DomainError(
    "unauthorized",
    "Unauthorized: the token is missing, expired or not valid. Sign in again.",
    {
      cause,
    },
  );

const key = () => new TextEncoder().encode(env().CUSTOMER_TOKEN_SECRET);
