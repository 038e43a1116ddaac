import { installationSecrets } from "./installation.mjs";

export const receiverPort = 4010;

/** What the local processes run with: this installation's secrets, and the demo receiver excepted from the address rules. */
export function localSettings({ databaseUrl, port }) {
  const { storefrontKeys, ...secrets } = installationSecrets();
  return {
    ...secrets,
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${port}`,
    ENGINE_IN: "worker",
    TEST_PAYMENTS: "1",
    WEBHOOK_ALLOWED_TARGETS: `127.0.0.1:${receiverPort},localhost:${receiverPort}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    NEXT_TELEMETRY_DISABLED: "1",
    SEED_STOREFRONT_KEYS: JSON.stringify(storefrontKeys),
  };
}
