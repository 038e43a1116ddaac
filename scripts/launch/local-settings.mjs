import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installationSecrets } from "./installation.mjs";

export const receiverPort = 4010;
export const sitePort = 3001;
const siteWebhookUrl = `http://127.0.0.1:${sitePort}/api/webhooks`;
/** For a receiver of your own: npm run receiver -- --port 4011 --secret whsec_… */
const ownReceiverPort = receiverPort + 1;
const allowed = [receiverPort, ownReceiverPort, sitePort].flatMap((port) => [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
]);
const endpointSecretsFile = (home) => join(home, "endpoint-secrets.json");

/** What the local processes run with: this installation's secrets, and the demo receiver excepted from the address rules. */
export function localSettings({ databaseUrl, home, port }) {
  const { storefrontKeys, ...secrets } = installationSecrets(home);
  return {
    ...secrets,
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${port}`,
    ENGINE_IN: "worker",
    TEST_PAYMENTS: "1",
    MAIL_INBOX: "1",
    WEBHOOK_ALLOWED_TARGETS: allowed.join(","),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    NEXT_TELEMETRY_DISABLED: "1",
    SEED_SECRETS_FILE: endpointSecretsFile(home),
    SEED_STOREFRONT_KEYS: JSON.stringify(storefrontKeys),
    SEED_SITE_URL: `http://localhost:${sitePort}`,
    SEED_SITE_WEBHOOK_URL: siteWebhookUrl,
  };
}

/** The demo's receiver verifies with the secrets of the seeded endpoints. */
export function receiverSettings(home) {
  return { OPENCALS_WEBHOOK_SECRET: Object.values(endpointSecrets(home)).join(",") };
}

/** The example booking site: Odile's website, and one of its endpoints. */
export function siteSettings({ home, port }) {
  return {
    OPENCALS_API_URL: `http://localhost:${port}`,
    OPENCALS_API_KEY: installationSecrets(home).storefrontKeys.odile,
    OPENCALS_WEBHOOK_SECRET: endpointSecrets(home)[siteWebhookUrl] ?? "",
    SITE_URL: `http://localhost:${sitePort}`,
    SITE_DATA_DIR: join(home, "booking-site"),
    CATALOGUE_REVALIDATE_SECONDS: "60",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** By the endpoint's URL. */
function endpointSecrets(home) {
  const file = endpointSecretsFile(home);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}
