import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../scripts/apply-migrations.mjs";
import { startPostgres } from "../../scripts/embedded-postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

/** One server and one migrated template database for the whole run. TEST_DATABASE_URL names a server to use instead. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const directory = given ? undefined : mkdtempSync(join(tmpdir(), "opencals-test-"));
  // initdb runs as a user of its own where we are root.
  if (directory) chmodSync(directory, 0o755);
  const server = directory ? await startPostgres({ directory, durable: false }) : undefined;
  const adminUrl = given ?? server!.url;
  const template = `opencals_template_${randomBytes(4).toString("hex")}`;
  await admin(adminUrl, `CREATE DATABASE ${template}`);
  await applyMigrations(withDatabase(adminUrl, template));
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  return async () => {
    await admin(adminUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server?.stop();
    if (directory) rmSync(directory, { recursive: true, force: true });
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

export async function admin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
