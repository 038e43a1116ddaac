import { readdirSync, readFileSync } from "node:fs";

/** /proc counts in ticks of 10 ms on every Linux that Node runs on. */
const ticksPerSecond = 100;

type Usage = { pid: number; parent: number; name: string; ticks: number; reapedTicks: number };
type Sample = { atMs: number; busyTicks: number; processes: Map<number, Usage> };

/** Processor time of one span. */
export type ProcessorUse = {
  elapsedMs: number;
  /** By the names that were given, their children included. */
  oursMs: Record<string, number>;
  /** All that the machine did besides. */
  othersMs: number;
  /** The busiest of these. */
  busiestOthers: { name: string; ms: number }[];
};

/** Starts to watch; the function it returns tells what was used since. Null where the system has no /proc. */
export function watchProcessor(ours: Record<string, number>): () => ProcessorUse | null {
  const before = sample();
  return () => {
    const after = sample();
    return before && after ? compare(before, after, ours) : null;
  };
}

/** In percent of one core, in one line. */
export function describeUse(use: ProcessorUse | null): string {
  if (!use) return "processor: unknown, this system has no /proc";
  const percent = (ms: number) => `${Math.round((ms / use.elapsedMs) * 100)}`;
  const ours = Object.entries(use.oursMs).map(([name, ms]) => `${name} ${percent(ms)}`);
  const busiest = use.busiestOthers.map(({ name, ms }) => `${name} ${percent(ms)}`);
  return `processor, in % of one core: ${ours.join(", ")}; others ${percent(use.othersMs)} (${busiest.join(", ") || "none above 3"})`;
}

function compare(before: Sample, after: Sample, ours: Record<string, number>): ProcessorUse {
  const elapsedMs = after.atMs - before.atMs;
  const inMs = (ticks: number) => Math.max(0, (ticks / ticksPerSecond) * 1000);
  const oursMs = Object.fromEntries(
    Object.entries(ours).map(([name, pid]) => [name, inMs(treeTicks(before, after, pid))]),
  );
  const allOursMs = Object.values(oursMs).reduce((sum, ms) => sum + ms, 0);
  const mine = new Set(Object.values(ours).flatMap((pid) => [...treeOf(after, pid)]));
  const busiestOthers = [...after.processes.values()]
    .filter(({ pid }) => !mine.has(pid))
    .map(({ pid, name, ticks }) => ({ name, ms: inMs(ticks - (before.processes.get(pid)?.ticks ?? 0)) }))
    .filter(({ ms }) => ms >= 0.03 * elapsedMs)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 3);
  return {
    elapsedMs: Math.round(elapsedMs),
    oursMs,
    othersMs: Math.max(0, inMs(after.busyTicks - before.busyTicks) - allOursMs),
    busiestOthers,
  };
}

/** Of the process, its children that live, and those that it has reaped. */
function treeTicks(before: Sample, after: Sample, root: number): number {
  const total = (at: Sample) =>
    [...treeOf(at, root)].reduce((sum, pid) => {
      const { ticks = 0, reapedTicks = 0 } = at.processes.get(pid) ?? {};
      return sum + ticks + reapedTicks;
    }, 0);
  return total(after) - total(before);
}

function treeOf({ processes }: Sample, root: number): Set<number> {
  const tree = new Set([root]);
  for (let size = 0; size < tree.size;) {
    size = tree.size;
    for (const { pid, parent } of processes.values()) if (tree.has(parent)) tree.add(pid);
  }
  return tree;
}

function sample(): Sample | null {
  try {
    const [, user, nice, system, , , irq, softirq] = readFileSync("/proc/stat", "utf8")
      .split("\n")[0]!
      .split(/\s+/);
    const busyTicks = [user, nice, system, irq, softirq].reduce((sum, ticks) => sum + Number(ticks), 0);
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const usages = pids.flatMap((pid) => usageOf(Number(pid)) ?? []);
    return {
      atMs: performance.now(),
      busyTicks,
      processes: new Map(usages.map((usage) => [usage.pid, usage])),
    };
  } catch {
    return null;
  }
}

function usageOf(pid: number): Usage | undefined {
  try {
    const [, name = "", rest = ""] =
      /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    // As proc(5) numbers them, less the three before the state: ppid 4, utime 14, stime 15, cutime 16, cstime 17.
    const field = (number: number) => Number(rest.split(" ")[number - 3]);
    return { pid, parent: field(4), name, ticks: field(14) + field(15), reapedTicks: field(16) + field(17) };
  } catch {
    // It has just ended.
    return undefined;
  }
}
