import { env } from "@/lib/platform/env";
import type { Limit } from "@/lib/platform/throttle";

// Each limit counts per key and client address.

/** Of all requests. */
export const generalLimit = (): Limit => ({
  name: "storefront",
  max: env().STOREFRONT_RATE_LIMIT,
  windowSeconds: 60,
});

/** Of sign-ins and refreshes. */
export const authenticationLimit = (): Limit => ({
  name: "storefront-auth",
  max: env().STOREFRONT_AUTH_RATE_LIMIT,
  windowSeconds: 10,
});

/** Of sign-ups, each of which costs a hash. */
export const registrationLimit = (): Limit => ({
  name: "storefront-sign-up",
  max: env().STOREFRONT_SIGN_UP_RATE_LIMIT,
  windowSeconds: 60,
});
