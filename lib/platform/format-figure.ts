const grouped = new Intl.NumberFormat("en-GB");

/** "10,427". */
export const formatCount = (count: number): string => grouped.format(count);

/** "96 ms", "1.9 s"; `digits` after the point from a second on. */
export const formatDuration = (durationMs: number, digits = 1): string =>
  durationMs < 1000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(digits)} s`;

/** 0.9954 is "99.5 %"; only a full share is "100 %". */
export function formatShare(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  return `${Math.min(99.9, Math.max(0.1, share * 100)).toFixed(1)} %`;
}

/** "1,284 B", "16 KiB". */
export const formatBytes = (bytes: number): string =>
  bytes < 10_240 ? `${formatCount(bytes)} B` : `${formatCount(Math.round(bytes / 1024))} KiB`;

/** 3, "endpoint" is "3 endpoints". */
export const formatPlural = (count: number, noun: string): string =>
  `${formatCount(count)} ${count === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
