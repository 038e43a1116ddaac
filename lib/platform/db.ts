import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "./env";
import { log } from "./log";
import { PrismaClient } from "./prisma-client/client";

/** Types of rows and queries, for modules that map them; and parts of SQL, for those that put a statement together. */
export { Prisma } from "./prisma-client/client";
/** A client outside any transaction. */
export type Db = PrismaClient;
/** Either a transaction's client or the plain one: what a statement needs. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

const shared = globalThis as typeof globalThis & { opencalsPool?: pg.Pool; opencalsDb?: PrismaClient };

/** The process's pool. A lost connection is logged, never thrown: the next query gets a new one. */
export function pool(): pg.Pool {
  return (shared.opencalsPool ??= createPool());
}

/** The process's Prisma client, made at the first call so that a build needs no database. Its errors quote no source code. */
export function db(): Db {
  return (shared.opencalsDb ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { statementNameGenerator: preparedName }),
    errorFormat: "minimal",
  }));
}

/**
 * A statement that opens with `-- prepared: <name>` is kept by its connection, which parses it once and soon plans it no more:
 * for those that take longer to plan than to run, and whose text never varies. All others are of no name.
 */
const preparedName = ({ sql }: { sql: string }): string => /^\s*-- prepared: (\w+)/.exec(sql)?.[1] ?? "";

/** Lets client and pool go; the next call of `db` or `pool` makes new ones. */
export async function closeDb(): Promise<void> {
  const { opencalsDb, opencalsPool } = shared;
  delete shared.opencalsDb;
  delete shared.opencalsPool;
  await opencalsDb?.$disconnect();
  if (opencalsPool && !opencalsPool.ended) await opencalsPool.end();
}

/** A pool of its own, for those who must not queue behind the process's. A lost connection is logged, never thrown. */
export function createPool(max = env().DATABASE_POOL): pg.Pool {
  const created = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  const lost = (error: Error) => log.warn({ err: error.message }, "database connection lost");
  created.on("error", lost);
  created.on("connect", (client) => client.on("error", lost));
  return created;
}
