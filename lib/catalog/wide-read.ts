/** What hangs on a row through link tables comes faster by a statement for each relation than by one join of them all. */
export const wideRead = { relationLoadStrategy: "query" } as const;
