import { randomBytes } from "node:crypto";

/** An endpoint's signing secret: `whsec_` and the base64 of 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
