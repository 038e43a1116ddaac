import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "@/scripts/apply-migrations.mjs";
import { startPostgres } from "@/scripts/embedded-postgres.mjs";
import { projectRoot, type Launcher } from "@/scripts/launch/launcher.mjs";
import { onClient } from "./on-client";

export type OwnDatabase = { url: string; version: string; postmasterPid: number };

/** Counts statements; commits wait for the disk, as in production. */
const settings = { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.max": 10_000 };

/**
 * An embedded Postgres of the benchmark's own, in .data/bench, with an empty migrated database. `launcher` stops it last.
 */
export async function openOwnDatabase(launcher: Launcher): Promise<OwnDatabase> {
  const directory = join(projectRoot, ".data", "bench");
  const { url: adminUrl, stop, home } = await startPostgres({ directory, settings });
  await launcher.lastly(stop);
  const [postmasterPid] = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8")
    .split("\n")
    .map(Number);
  const url = new URL(adminUrl);
  url.pathname = "/bench";
  const version = await onClient(adminUrl, async (client) => {
    await client.query("DROP DATABASE IF EXISTS bench WITH (FORCE)");
    await client.query("CREATE DATABASE bench");
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "unknown";
  });
  await applyMigrations(url.toString());
  await onClient(url.toString(), (client) => client.query("CREATE EXTENSION pg_stat_statements"));
  return { url: url.toString(), version, postmasterPid: postmasterPid! };
}
