import { readFileSync } from "node:fs";

export type MemoryUse = { maxMb: number; firstThirdMb: number; lastThirdMb: number };

const everyMs = 500;

/** Watches a process's resident memory; the function it returns stops, and tells. Null where the system has no /proc. */
export function watchMemory(pid: number): () => MemoryUse | null {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(...residentMb(pid)), everyMs);
  return () => {
    clearInterval(timer);
    samples.push(...residentMb(pid));
    if (samples.length === 0) return null;
    const third = Math.ceil(samples.length / 3);
    return {
      maxMb: Math.max(...samples),
      firstThirdMb: mean(samples.slice(0, third)),
      lastThirdMb: mean(samples.slice(-third)),
    };
  };
}

const mean = (values: number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

function residentMb(pid: number): number[] {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kib ? [Math.round(Number(kib) / 1024)] : [];
  } catch {
    return [];
  }
}
