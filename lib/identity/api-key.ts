import { createHash } from "node:crypto";

/** A key is 32 random bytes, so a plain digest of it cannot be guessed backwards. */
export const hashApiKey = (key: string): string => createHash("sha256").update(key).digest("hex");
