import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import type { FullConfig } from "@playwright/test";
import { applyMigrations } from "../../scripts/apply-migrations.mjs";
import { freePort } from "../support/free-port";
import { admin, withDatabase } from "../support/postgres";
import { runApp } from "./run-app";

/** One database, web server, worker and receiver for all stories. Their addresses reach the tests as E2E_… settings. */
export default async function startApp(config: FullConfig) {
  const build = process.env.NEXT_DIST_DIR ?? ".next-test";
  for (const folder of [build, `examples/booking-site/${build}`])
    if (!existsSync(`${folder}/BUILD_ID`))
      throw new Error(`There is no build in ${folder}: run npm test once.`);
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server for the stories' database.");
  const name = `opencals_e2e_${randomBytes(4).toString("hex")}`;
  await admin(adminUrl, `CREATE DATABASE ${name}`);
  const databaseUrl = withDatabase(adminUrl, name);
  await applyMigrations(databaseUrl);

  // One for each story that may run beside the others.
  const portsOfWorkers = () => Promise.all(Array.from({ length: config.workers }, freePort));
  const [receiverPorts, sitePorts] = [await portsOfWorkers(), await portsOfWorkers()];
  const allowedTargets = [...receiverPorts, ...sitePorts].map((port) => `127.0.0.1:${port}`);
  const app = await runApp({ databaseUrl, allowedTargets, worker: true });
  Object.assign(process.env, app.settings, {
    E2E_URL: app.url,
    E2E_RECEIVER_PORTS: receiverPorts.join(","),
    E2E_SITE_PORTS: sitePorts.join(","),
  });
  return async () => {
    await app.stop();
    await admin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
}
