import type { MemoryUse } from "../measure/memory";
import { describeUse, type ProcessorUse } from "../measure/processor";
import type { StatementUse } from "../measure/statements";
import type { Row } from "../profiles/profile";
import { isPercentiles } from "./figures";

/** For people, in a few lines. */
export function printRow({ processor, memory, costliest, ...row }: Row): void {
  const parts = Object.entries(row).map(
    ([name, value]) => `${name} ${isPercentiles(value) ? inWords(value) : show(value)}`,
  );
  console.log(`    ${parts.join(" · ")}`);
  if (processor !== undefined) console.log(`    ${describeUse(processor as ProcessorUse | null)}`);
  if (memory) console.log(`    ${describeMemory(memory as MemoryUse)}`);
  for (const { text, calls, totalMs } of (costliest ?? []) as StatementUse["costliest"])
    console.log(`      ${totalMs} ms of Postgres in ${calls} calls: ${text}`);
  console.log();
}

const show = (value: unknown) => (Array.isArray(value) ? value.join("/") : String(value));

const inWords = ({ p50, p95, p99, max }: { p50: number; p95: number; p99: number; max: number }) =>
  `p50 ${p50} p95 ${p95} p99 ${p99} max ${max} ms`;

const describeMemory = ({ maxMb, firstThirdMb, lastThirdMb }: MemoryUse) =>
  `resident: at most ${maxMb} MB; first third ${firstThirdMb}, last ${lastThirdMb}`;
