"use client";

import { Button } from "@/components/ui/button";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import { useKey } from "@/components/ui/use-key";
import { formatCount } from "@/lib/platform/format-figure";
import { resentMessage, type Resent } from "./resent-message";
import { useSelection } from "./selection";

export type ResendAll = (input: { ids: string[] }) => Promise<Outcome<Resent>>;

/** Above a list's header while some of it is ticked. `r` resends too. */
export function ResendSelected({ resend }: { resend: ResendAll }) {
  const { chosen, choose } = useSelection();
  const { act, pending } = useAct();
  const toast = useToast();
  const resendNow = async () => {
    const result = await act(() => resend({ ids: [...chosen] }));
    if (!result) return;
    choose([]);
    toast(resentMessage(result));
  };
  useKey("r", () => {
    if (chosen.size > 0) void resendNow();
  });
  if (chosen.size === 0) return null;
  return (
    <div className="rounded-t-panel border-line bg-selected desk:px-4.5 flex flex-wrap items-center gap-2 border-b px-3.5 py-[7px]">
      <b role="status" className="font-semibold">
        {formatCount(chosen.size)} selected
      </b>
      <Button size="s" busy={pending && "Resending"} onClick={() => void resendNow()} aria-keyshortcuts="r">
        Resend {formatCount(chosen.size)}
      </Button>
      <Button size="s" variant="quiet" className="ml-auto" onClick={() => choose([])}>
        Clear
      </Button>
    </div>
  );
}
