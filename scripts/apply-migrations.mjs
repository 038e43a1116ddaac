/**
 * Applies prisma/migrations with the bookkeeping of `prisma migrate deploy`, over `pg` alone: Prisma's native schema
 * engine is a download that a closed network refuses. Either tool can follow the other on the same database.
 *
 * A migration and its bookkeeping row commit together, so a kill leaves nothing half-applied; SQL that cannot run in a
 * transaction says so in its first line (`-- no transaction`) and is then recorded before and after, as Prisma does.
 */
import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";

const directory = fileURLToPath(new URL("../prisma/migrations", import.meta.url));
/** The advisory lock that Prisma's own engine takes. */
const prismaLock = 72707369;
const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Brings the database at `url` up to date, the queue's schema included. Returns the names it applied. */
export async function applyMigrations(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    await runMigrations({ connectionString: url });
    await client.query(bookkeeping);
    const { rows } = await client.query(
      "SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const stuck = rows.find((row) => !row.finished_at);
    if (stuck)
      throw new Error(`Migration ${stuck.name} failed earlier. Resolve it first (prisma migrate resolve).`);
    const known = new Map(rows.map((row) => [row.name, row.checksum]));

    const applied = [];
    for (const name of migrationNames()) {
      const sql = readFileSync(`${directory}/${name}/migration.sql`, "utf8");
      const checksum = createHash("sha256").update(sql).digest("hex");
      if (!known.has(name)) {
        await apply(client, { name, sql, checksum });
        applied.push(name);
      } else if (known.get(name) !== checksum) {
        console.warn(`Migration ${name} was changed after it was applied.`);
      }
    }
    return applied;
  } finally {
    await client.end();
  }
}

function migrationNames() {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  const begin = () =>
    client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
      id,
      checksum,
      name,
    ]);
  const finish = () =>
    client.query("UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1", [
      id,
    ]);
  if (sql.startsWith("-- no transaction")) {
    await begin();
    await client.query(sql);
    await finish();
    return;
  }
  await client.query("BEGIN");
  try {
    await begin();
    await client.query(sql);
    await finish();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name}: ${error.message}`, { cause: error });
  }
}
