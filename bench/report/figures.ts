import type { Percentiles } from "../measure/percentiles";
import type { Row } from "../profiles/profile";

/** A row with its figures alone, flat: for the history and for a table. */
export function figuresOf(row: Row): Row {
  const flat = Object.entries(row).flatMap(([name, value]): [string, Row[string]][] => {
    if (isPercentiles(value))
      return [
        [`${name}P50`, value.p50],
        [`${name}P95`, value.p95],
        [`${name}P99`, value.p99],
      ];
    if (name === "memory" && value) return Object.entries(value);
    if (name === "p95ByThird") return [["p95OfWorstThird", Math.max(...(value as number[]))]];
    return name === "processor" || name === "costliest" ? [] : [[name, value]];
  });
  return Object.fromEntries(flat);
}

export const isPercentiles = (value: unknown): value is Percentiles =>
  typeof value === "object" && value !== null && "p99" in value;
