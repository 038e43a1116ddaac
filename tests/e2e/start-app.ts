import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import type { FullConfig } from "@playwright/test";
import { applyMigrations } from "../../scripts/apply-migrations.mjs";
import { admin, withDatabase } from "../support/postgres";
import { freePort, runApp } from "./run-app";

/** One database, web server, worker and receiver for all stories. Their addresses reach the tests as E2E_… settings. */
export default async function startApp(config: FullConfig) {
  const build = process.env.NEXT_DIST_DIR ?? ".next-test";
  if (!existsSync(`${build}/BUILD_ID`)) throw new Error(`There is no build in ${build}: run npm test once.`);
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server for the stories' database.");
  const name = `opencals_e2e_${randomBytes(4).toString("hex")}`;
  await admin(adminUrl, `CREATE DATABASE ${name}`);
  const databaseUrl = withDatabase(adminUrl, name);
  await applyMigrations(databaseUrl);

  // One for each story that may run beside the others.
  const receiverPorts = await Promise.all(Array.from({ length: config.workers }, freePort));
  const allowedTargets = receiverPorts.map((port) => `127.0.0.1:${port}`);
  const app = await runApp({ databaseUrl, allowedTargets, worker: true });
  Object.assign(process.env, app.settings, {
    E2E_URL: app.url,
    E2E_RECEIVER_PORTS: receiverPorts.join(","),
  });
  return async () => {
    await app.stop();
    await admin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
}
