/** What one checkout keeps under .data/: the database, what belongs to it, logs. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { removePostgres, startPostgres } from "../embedded-postgres.mjs";
import { Failure } from "./failure.mjs";
import { projectRoot } from "./launcher.mjs";

export const dataFolder = join(projectRoot, ".data");

export function makeDataFolder() {
  try {
    mkdirSync(join(dataFolder, "logs"), { recursive: true });
  } catch (error) {
    throw new Failure(`The folder ${dataFolder} cannot be made: ${error.message}.`);
  }
}

export async function removeInstallation() {
  await removePostgres(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Made once, kept beside the database that needs them, and readable by their owner only. */
export function installationSecrets(home) {
  const secretsFile = join(home, "secrets.json");
  if (existsSync(secretsFile)) return JSON.parse(readFileSync(secretsFile, "utf8"));
  const secrets = {
    AUTH_SECRET: randomBytes(48).toString("base64url"),
    CUSTOMER_TOKEN_SECRET: randomBytes(48).toString("base64url"),
    ENCRYPTION_KEYS: `local:${randomBytes(32).toString("base64")}`,
    storefrontKeys: {
      odile: `sfk_${randomBytes(24).toString("base64url")}`,
      "kapsalon-noord": `sfk_${randomBytes(24).toString("base64url")}`,
    },
  };
  const unfinished = `${secretsFile}.new`;
  writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, secretsFile);
  return secrets;
}

/**
 * The database of DATABASE_URL, or else the embedded one, which `launcher` stops last. Returns its URL, and the folder of
 * what belongs to it.
 */
export async function openDatabase(launcher) {
  if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL, home: dataFolder };
  const { url, home, stop } = await startPostgres({ directory: dataFolder });
  await launcher.lastly(stop);
  if (home !== dataFolder)
    console.log(`  The database's user cannot reach this folder, so its data is kept in ${home}.`);
  return { databaseUrl: await ensureDatabase(url, "opencals"), home };
}

/** Whether the seed has been run to its end. */
export async function hasDemoData(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query(`SELECT 1 FROM "user" WHERE email = 'ines@odile.example'`);
  await client.end();
  return rowCount > 0;
}

async function ensureDatabase(adminUrl, name) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (!rowCount) await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
