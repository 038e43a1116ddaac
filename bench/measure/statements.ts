import type pg from "pg";

/** From here on the server counts anew. */
export async function resetStatements(client: pg.Client): Promise<void> {
  await client.query("SELECT pg_stat_statements_reset()");
}

/**
 * How many statements the product has sent since, by pg_stat_statements: all of them, transaction control and listening
 * included. The benchmark's own connections have a role of their own.
 */
export async function countStatements(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ calls: number }>(
    `SELECT coalesce(sum(calls), 0)::float8 AS calls FROM pg_stat_statements s
     WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.userid <> current_user::regrole`,
  );
  return rows[0]?.calls ?? 0;
}
