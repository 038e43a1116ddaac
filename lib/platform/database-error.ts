/** SQLSTATE of a failed statement (23505, 23P01, 40P01 …), from Prisma's driver adapter or from `pg`; undefined if neither. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, meta } = error as {
    code?: unknown;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  const original = meta?.driverAdapterError?.cause?.originalCode;
  if (original) return original;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code) ? code : undefined;
}

/** The transaction did nothing and may be run again: a deadlock's victim, a serialization failure, or no free connection. */
export function mayRetry(error: unknown): boolean {
  const state = sqlState(error);
  if (state === "40P01" || state === "40001") return true;
  return (error as { code?: unknown } | null)?.code === "P2028" && /Unable to start/.test(String(error));
}

/** The database cannot be reached, as opposed to having refused something. */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const state = sqlState(error);
  if (state?.startsWith("08") || state === "57P01" || state === "57P03") return true;
  if (code === "P1001" || code === "P1017" || code === "ECONNREFUSED" || code === "ECONNRESET") return true;
  return /ECONNREFUSED|ECONNRESET|Connection terminated|Can't reach database/i.test(String(message ?? ""));
}

/** The database refused what it was given (a value, a constraint, a size): the same again will be refused again. */
export function isRefused(error: unknown): boolean {
  return /^(22|23|54|P0001)/.test(sqlState(error) ?? "");
}

/** Not a word about the statement: no connection, a lock, a full disk, a shutdown. The same may succeed later. */
export function isPassing(error: unknown): boolean {
  const state = sqlState(error);
  return state === undefined || /^(08|40|53|55|57)/.test(state);
}
