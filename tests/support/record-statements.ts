import pg from "pg";

export type Statement = { text: string; values: unknown[] };

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Runs `work` and returns every statement that this process sent to the database meanwhile. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args) {
    const [sent, values] = args;
    const { text, values: own } = typeof sent === "string" ? { text: sent } : (sent as Partial<Statement>);
    if (text) statements.push({ text, values: (own ?? values ?? []) as unknown[] });
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return statements;
}
