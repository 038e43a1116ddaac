import { readFileSync } from "node:fs";
import { availableParallelism, cpus, release, totalmem } from "node:os";

export type Machine = {
  cores: number;
  processor: string;
  memoryGib: number;
  system: string;
  node: string;
  postgres: string;
};

/** What the figures were measured on. */
export function describeMachine(postgres: string): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    postgres,
  };
}

export const inOneLine = (machine: Machine): string =>
  `${machine.cores} cores (${machine.processor}), ${machine.memoryGib} GiB, ${machine.system}, ` +
  `Node ${machine.node}, PostgreSQL ${machine.postgres}`;

/** The commit that is measured, in short. Says nothing of files that differ from it. */
export function describeCode(): string {
  try {
    const head = readFileSync(".git/HEAD", "utf8").trim();
    const ref = /^ref: (.+)$/.exec(head)?.[1];
    return (ref ? readFileSync(`.git/${ref}`, "utf8").trim() : head).slice(0, 7);
  } catch {
    return "unknown";
  }
}
