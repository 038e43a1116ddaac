import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "@/scripts/apply-migrations.mjs";
import { startPostgres } from "@/scripts/embedded-postgres.mjs";
import { projectRoot, type Launcher } from "@/scripts/launch/launcher.mjs";
import { onClient } from "./on-client";

export type OwnDatabase = {
  /** For what is measured. */
  url: string;
  /** For what measures: the same database, by a role whose statements are not counted. */
  benchUrl: string;
  version: string;
  postmasterPid: number;
};

/** Commits wait for the disk, as in production; statements are counted. */
const settings = { shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.max": 10_000 };

/** An embedded Postgres of the benchmark's own, in .data/bench, with an empty migrated database. `launcher` stops it last. */
export async function openOwnDatabase(launcher: Launcher): Promise<OwnDatabase> {
  const directory = join(projectRoot, ".data", "bench");
  const { url: adminUrl, stop, home } = await startPostgres({ directory, settings });
  await launcher.lastly(stop);
  const version = await onClient(adminUrl, async (client) => {
    await client.query("DROP DATABASE IF EXISTS bench WITH (FORCE)");
    await client.query("DROP ROLE IF EXISTS bench");
    await client.query("CREATE DATABASE bench");
    await client.query(`CREATE ROLE bench SUPERUSER LOGIN PASSWORD '${new URL(adminUrl).password}'`);
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "unknown";
  });
  const url = new URL(adminUrl);
  url.pathname = "/bench";
  await applyMigrations(url.toString());
  const benchUrl = new URL(url);
  benchUrl.username = "bench";
  await onClient(benchUrl.toString(), (client) => client.query("CREATE EXTENSION pg_stat_statements"));
  const pidFile = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8");
  return {
    url: url.toString(),
    benchUrl: benchUrl.toString(),
    version,
    postmasterPid: Number(pidFile.split("\n")[0]),
  };
}
