import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installationSecrets } from "./installation.mjs";

export const receiverPort = 4010;
/** For a receiver of your own: npm run receiver -- --port 4011 --secret whsec_… */
const ownReceiverPort = receiverPort + 1;
const allowed = [receiverPort, ownReceiverPort].flatMap((port) => [`127.0.0.1:${port}`, `localhost:${port}`]);
const endpointSecretsFile = (home) => join(home, "endpoint-secrets");

/** What the local processes run with: this installation's secrets, and the demo receiver excepted from the address rules. */
export function localSettings({ databaseUrl, home, port }) {
  const { storefrontKeys, ...secrets } = installationSecrets(home);
  return {
    ...secrets,
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${port}`,
    ENGINE_IN: "worker",
    TEST_PAYMENTS: "1",
    WEBHOOK_ALLOWED_TARGETS: allowed.join(","),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    NEXT_TELEMETRY_DISABLED: "1",
    SEED_SECRETS_FILE: endpointSecretsFile(home),
    SEED_STOREFRONT_KEYS: JSON.stringify(storefrontKeys),
  };
}

/** The demo's receiver verifies with the secrets of the seeded endpoints. */
export function receiverSettings(home) {
  const file = endpointSecretsFile(home);
  return { OPENCALS_WEBHOOK_SECRET: existsSync(file) ? readFileSync(file, "utf8") : "" };
}
