"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/lib/platform/format-figure";
import { useSelection } from "./selection";

/** Above a list: what of it is ticked, and what can be done with that (`children`, while anything is). */
export function SelectionBar({ idle, children }: { idle: string; children: ReactNode }) {
  const { chosen, all, choose } = useSelection();
  const isIdle = chosen.size === 0;
  return (
    <div
      className={clsx(
        "rounded-t-panel border-line desk:top-[54px] desk:min-h-12 desk:px-4.5 sticky top-14 z-[5] flex min-h-14 flex-wrap items-center gap-2 border-b px-3.5 py-[7px]",
        isIdle ? "bg-surface" : "bg-selected",
      )}
    >
      <p role="status" className={isIdle ? "text-ink-3" : "mr-1 font-semibold"}>
        {isIdle ? idle : `${formatCount(chosen.size)} selected`}
      </p>
      {!isIdle && children}
      <div className="ml-auto flex flex-wrap gap-2">
        {chosen.size < all.length && (
          <Button size="s" variant="quiet" onClick={() => choose(all)}>
            Select all {formatCount(all.length)}
          </Button>
        )}
        {!isIdle && (
          <Button size="s" variant="quiet" onClick={() => choose([])}>
            Clear
          </Button>
        )}
      </div>
    </div>
  );
}
