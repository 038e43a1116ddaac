import { env } from "@/lib/platform/env";
import type { Limit } from "@/lib/platform/throttle";

/** Every limit counts per key and client address. */
export const generalLimit = (): Limit => ({
  name: "storefront",
  max: env().STOREFRONT_RATE_LIMIT,
  windowSeconds: 60,
});

export const authenticationLimit = (): Limit => ({
  name: "storefront-auth",
  max: env().STOREFRONT_AUTH_RATE_LIMIT,
  windowSeconds: 10,
});

export const registrationLimit = (): Limit => ({
  name: "storefront-sign-up",
  max: env().STOREFRONT_SIGN_UP_RATE_LIMIT,
  windowSeconds: 60,
});
