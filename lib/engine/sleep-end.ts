import type { Wake } from "./execution";

const unitsMs: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** The end of a sleep as the SDK names it: a duration ("1h30m", nothing for none) or an ISO instant. */
export function sleepEnd(name: string): Wake {
  if (/^(\d+[smhdw])*$/.test(name)) {
    const parts = name.matchAll(/(\d+)([smhdw])/g);
    return {
      afterMs: [...parts].reduce((sum, [, n, unit = ""]) => sum + Number(n) * (unitsMs[unit] ?? 0), 0),
    };
  }
  const at = new Date(name);
  if (Number.isNaN(at.getTime())) throw new Error(`A step sleeps until "${name}", which is no time.`);
  return { at };
}
