import type { AttemptDetail, AttemptTimings, FailureKind } from "@/lib/webhooks/contract";

const order: { key: keyof AttemptTimings; label: string; color: string }[] = [
  { key: "dns", label: "DNS lookup", color: "var(--phase-dns)" },
  { key: "connect", label: "Connect", color: "var(--phase-connect)" },
  { key: "tls", label: "TLS", color: "var(--phase-tls)" },
  { key: "firstByte", label: "First byte", color: "var(--phase-wait)" },
  { key: "body", label: "Body", color: "var(--phase-body)" },
];

/** Failures that an answer itself may be, read to its end. */
const answers = new Set<FailureKind>(["http-status", "redirect", "blocked-address"]);

export type Phase = {
  label: string;
  color: string;
  startMs: number;
  /** Null: it never began. */
  durationMs: number | null;
  /** The attempt ended in it, against its will. */
  isCut: boolean;
};

/** The five phases one after the other, and which of them the attempt was cut off in. */
export function layPhases({ timings, failure, statusCode }: AttemptDetail): Phase[] {
  const last = order.findLast(({ key }) => timings[key] !== undefined)?.key;
  const wasCutOff = failure !== null && !(statusCode !== null && answers.has(failure));
  let startMs = 0;
  return order.map(({ key, label, color }) => {
    const durationMs = timings[key] ?? null;
    const phase = { label, color, startMs, durationMs, isCut: wasCutOff && key === last };
    startMs += durationMs ?? 0;
    return phase;
  });
}

const niceSteps = [1, 2, 3, 4, 5, 6, 8, 10];

/** Five equal steps of a round number of milliseconds that hold `totalMs`: 15 000 gives 3 000. */
export function scaleStepMs(totalMs: number): number {
  const least = Math.max(1, totalMs) / 5;
  const power = 10 ** Math.floor(Math.log10(least));
  return (niceSteps.find((step) => step * power >= least - 1e-9) ?? 10) * power;
}
