import { randomBytes } from "node:crypto";

/** What every measured process runs with: production's settings, and secrets of this run. */
export function runSettings(databaseUrl: string): Record<string, string> {
  return {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: randomBytes(48).toString("base64url"),
    CUSTOMER_TOKEN_SECRET: randomBytes(48).toString("base64url"),
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    STOREFRONT_RATE_LIMIT: "1000000000",
    LOG_LEVEL: "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
