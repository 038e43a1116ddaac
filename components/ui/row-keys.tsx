"use client";

import type { KeyboardEvent, ReactNode } from "react";

/** Around a table whose rows open: Up and Down go from row to row, Space ticks one that can be ticked, Enter opens it. */
export function RowKeys({ children }: { children: ReactNode }) {
  return <div onKeyDown={walk}>{children}</div>;
}

function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches(".row-link, tbody input[type=checkbox]")) return;
  if (key === " " && target.matches(".row-link")) {
    event.preventDefault();
    target.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (!step) return;
  const kind = target.matches(".row-link") ? ".row-link" : "tbody input[type=checkbox]";
  const rows = [...currentTarget.querySelectorAll<HTMLElement>(kind)];
  event.preventDefault();
  rows[rows.indexOf(target) + step]?.focus();
}
