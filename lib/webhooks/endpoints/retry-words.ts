/** "5 s", "90 min", "24 h": the largest unit that says it exactly. */
export function formatWait(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

/** As a form shows and takes them: "5 s, 5 min, 2 h"; "none" where the first attempt is the only one. */
export const formatWaits = (delays: number[]): string => delays.map(formatWait).join(", ") || "none";

/** "Retries after 5 s, 5 min, 2 h: 4 attempts in about 2 h." */
export function describeRetries(delays: number[]): string {
  if (delays.length === 0) return "One attempt, no retries.";
  const total = delays.reduce((sum, delay) => sum + delay, 0);
  return `Retries after ${formatWaits(delays)}: ${delays.length + 1} attempts in about ${roundly(total)}.`;
}

function roundly(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}

const unitSeconds: Record<string, number> = { s: 1, min: 60, h: 3_600 };

/** Seconds of each wait in `text`, or the part of it that is none. */
export function parseWaits(text: string): { delays: number[] } | { notAWait: string } {
  if (/^\s*none\s*$/i.test(text)) return { delays: [] };
  const delays: number[] = [];
  for (const part of text.trim().split(/\s*[,;\n]\s*/)) {
    const [, count, unit = ""] = /^(\d{1,7})\s*(s|min|h)$/i.exec(part) ?? [];
    if (!count) return { notAWait: part };
    delays.push(Number(count) * (unitSeconds[unit.toLowerCase()] ?? 0));
  }
  return { delays };
}
