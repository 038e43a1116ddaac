"use client";

import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";

const entrySelector = ".agenda-entry";
type Direction = [x: number, y: number];
const directions: Record<string, Direction> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Around a calendar: one stop for Tab; arrows go to the nearest appointment that way, Enter opens it. */
export function AgendaKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  // After each drawing: what has come since is no stop of its own.
  useEffect(() => {
    const all = entries(root.current);
    const current = all.find((entry) => entry.tabIndex === 0 && entry.hasAttribute("tabindex")) ?? all[0];
    if (current) makeStop(all, current);
  });
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const direction = directions[event.key];
    const from = event.target;
    if (!direction || !(from instanceof HTMLElement) || !from.matches(entrySelector)) return;
    const next = nearest(entries(root.current), from, direction);
    event.preventDefault();
    next?.focus();
  };
  const follow = ({ target }: FocusEvent<HTMLDivElement>) => {
    if (target instanceof HTMLElement && target.matches(entrySelector))
      makeStop(entries(root.current), target);
  };
  return (
    <div ref={root} onKeyDown={walk} onFocus={follow}>
      {children}
    </div>
  );
}

const entries = (root: HTMLElement | null) => [...(root?.querySelectorAll<HTMLElement>(entrySelector) ?? [])];

function makeStop(all: HTMLElement[], stop: HTMLElement): void {
  for (const entry of all) entry.tabIndex = entry === stop ? 0 : -1;
}

/** What lies that way, and least far to the side. */
function nearest(all: HTMLElement[], from: HTMLElement, [x, y]: Direction): HTMLElement | undefined {
  const start = centre(from);
  const ranked = all.flatMap((entry) => {
    const end = centre(entry);
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const along = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    return entry === from || along < 2 ? [] : [{ entry, cost: along + aside * 3 }];
  });
  return ranked.sort((a, b) => a.cost - b.cost)[0]?.entry;
}

function centre(element: HTMLElement) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
