import type pg from "pg";

/** From here on the server counts anew. */
export async function resetStatements(client: pg.Client): Promise<void> {
  await client.query("SELECT pg_stat_statements_reset()");
}

export type StatementUse = {
  count: number;
  /** Those that took most of the server's time. */
  costliest: { text: string; calls: number; totalMs: number }[];
};

/**
 * What the product has sent since, by pg_stat_statements: all of it, transaction control and listening included. The
 * benchmark's own connections have a role of their own.
 */
export async function readStatements(client: pg.Client): Promise<StatementUse> {
  const { rows } = await client.query<{ text: string; calls: number; totalMs: number; count: number }>(
    `SELECT left(regexp_replace(query, '\\s+', ' ', 'g'), 70) AS text, calls::int, total_exec_time AS "totalMs",
       (sum(calls) OVER ())::int AS count
     FROM pg_stat_statements s
     WHERE s.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.userid <> current_user::regrole
     ORDER BY total_exec_time DESC LIMIT 6`,
  );
  return {
    count: rows[0]?.count ?? 0,
    costliest: rows.map(({ text, calls, totalMs }) => ({ text, calls, totalMs: Math.round(totalMs) })),
  };
}
