import { addDays, dayOf, minutesOf } from "./days";
import type { FreeSpan, Slot } from "./storefront/types";

export const dayParts = ["morning", "afternoon", "evening"] as const;
export type DayPart = (typeof dayParts)[number];

/** Minutes since midnight at which the afternoon and the evening begin. */
const [noon, evening, midnight] = [12 * 60, 17 * 60, 24 * 60];
const lengthOf: Record<DayPart, number> = { morning: 4 * 60, afternoon: evening - noon, evening: 4 * 60 };

export const partOf = (instant: string, zone: string): DayPart => {
  const minutes = minutesOf(instant, zone);
  return minutes < noon ? "morning" : minutes < evening ? "afternoon" : "evening";
};

/** How free each part of a day is, from 0 to 1. */
export type Freedom = Record<DayPart, number>;

const isFor = (personId: string | null) => (offer: { personIds: string[] }) =>
  personId === null || offer.personIds.includes(personId);

/** The days on which somebody (or this person) is free at all, and how much of them. */
export function freeDays(spans: FreeSpan[], personId: string | null, zone: string): Map<string, Freedom> {
  const stretches = new Map<string, [from: number, to: number][]>();
  for (const { from, to } of spans.filter(isFor(personId))) {
    const last = dayOf(Date.parse(to) - 1, zone);
    for (let day = dayOf(from, zone); day <= last; day = addDays(day, 1)) {
      const begin = day === dayOf(from, zone) ? minutesOf(from, zone) : 0;
      const end = day === dayOf(to, zone) ? minutesOf(to, zone) : midnight;
      stretches.set(day, [...(stretches.get(day) ?? []), [begin, end]]);
    }
  }
  return new Map([...stretches].map(([day, given]) => [day, freedomOf(given)]));
}

function freedomOf(stretches: [from: number, to: number][]): Freedom {
  const merged = merge(stretches);
  const share = (part: DayPart, from: number, to: number) => {
    const free = merged.reduce((sum, [a, b]) => sum + Math.max(0, Math.min(b, to) - Math.max(a, from)), 0);
    return Math.min(1, free / lengthOf[part]);
  };
  return {
    morning: share("morning", 0, noon),
    afternoon: share("afternoon", noon, evening),
    evening: share("evening", evening, midnight),
  };
}

function merge(stretches: [from: number, to: number][]): [from: number, to: number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of stretches.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Times of somebody, or of this person, that still have a place. */
export const slotsFor = (slots: Slot[], personId: string | null): Slot[] =>
  slots.filter(isFor(personId)).filter(({ placesLeft }) => placesLeft > 0);

/** The times nearest to one that was lost, in the order of the day. */
export function nearest<T extends { from: string }>(slots: T[], lost: string, count: number): T[] {
  const distance = ({ from }: T) => Math.abs(Date.parse(from) - Date.parse(lost));
  return slots
    .filter(({ from }) => from !== lost)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .toSorted((a, b) => a.from.localeCompare(b.from));
}
