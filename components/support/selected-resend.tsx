"use client";

import { Button } from "@/components/ui/button";
import { useSelection } from "@/components/webhooks/selection";
import { formatCount, formatPlural } from "@/lib/platform/format-figure";
import { ResendButton, type Resend } from "./resend-button";

/** Above a list: what of it is ticked, and its resend. */
export function SelectedResend({ storeName, resend }: { storeName: string; resend: Resend }) {
  const { chosen, all, choose } = useSelection();
  const isIdle = chosen.size === 0;
  return (
    <div className="desk:px-4.5 desk:top-[54px] rounded-t-panel border-line bg-surface sticky top-14 z-[5] flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b px-3.5 py-2.5">
      <p role="status" className={isIdle ? "text-ink-3" : "font-semibold"}>
        {isIdle ? "Tick deliveries to resend them." : `${formatPlural(chosen.size, "delivery")} selected`}
      </p>
      <div className="ml-auto flex flex-wrap gap-2">
        {chosen.size < all.length && (
          <Button variant="quiet" onClick={() => choose(all)}>
            Select all {formatCount(all.length)}
          </Button>
        )}
        {!isIdle && (
          <>
            <Button variant="quiet" onClick={() => choose([])}>
              Clear
            </Button>
            <ResendButton
              ids={[...chosen]}
              storeName={storeName}
              resend={resend}
              isPrimary
              onResent={() => choose([])}
            />
          </>
        )}
      </div>
    </div>
  );
}
