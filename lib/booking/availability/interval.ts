/** Half-open span of time in milliseconds; of instants, or of wall time. Lists are sorted and disjoint unless said otherwise. */
export type Interval = { from: number; to: number };

/** Sorts and merges; spans that touch become one. Takes any list. */
export const union = (intervals: Interval[]): Interval[] =>
  merge(intervals.filter((i) => i.from < i.to).sort((a, b) => a.from - b.from));

/** Merges what overlaps or touches, of spans in the order of their beginnings. */
function merge(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { from, to } of intervals) append(merged, from, to);
  return merged;
}

/** Adds a span that begins no earlier than those of the list do; where it overlaps or touches the last, they become one. */
export function append(list: Interval[], from: number, to: number): void {
  const last = list[list.length - 1];
  if (last && from <= last.to) last.to = Math.max(last.to, to);
  else list.push({ from, to });
}

export function intersect(a: Interval[], b: Interval[]): Interval[] {
  const shared: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i]!;
    const y = b[j]!;
    const from = Math.max(x.from, y.from);
    const to = Math.min(x.to, y.to);
    if (from < to) shared.push({ from, to });
    if (x.to < y.to) i++;
    else j++;
  }
  return shared;
}

/** What of `a` is not in `b`, whose spans may overlap as long as their ends are in order too. */
export function subtract(a: Interval[], b: Interval[]): Interval[] {
  const left: Interval[] = [];
  let j = 0;
  for (const { from, to } of a) {
    let start = from;
    while (j < b.length && b[j]!.to <= from) j++;
    for (let k = j; k < b.length && b[k]!.from < to; k++) {
      if (b[k]!.from > start) left.push({ from: start, to: b[k]!.from });
      start = b[k]!.to;
    }
    if (start < to) left.push({ from: start, to });
  }
  return left;
}

/** Whether one span of the list holds all of `inner`. */
export const covers = (list: Interval[], inner: Interval): boolean =>
  list.some(({ from, to }) => from <= inner.from && inner.to <= to);

export const overlap = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to;
