"use client";

import { Button } from "@/components/ui/button";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import { useKey } from "@/components/ui/use-key";
import { formatCount } from "@/lib/platform/format-figure";
import { resentMessage, type Resent } from "./resent-message";
import { useSelection } from "./selection";
import { SelectionBar } from "./selection-bar";

export type ResendAll = (input: { ids: string[] }) => Promise<Outcome<Resent>>;

/** Above a list: resends what is ticked at once. `r` does too. */
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
  return (
    <SelectionBar idle="Tick deliveries to resend them.">
      <Button size="s" busy={pending && "Resending"} onClick={() => void resendNow()} aria-keyshortcuts="r">
        Resend {formatCount(chosen.size)}
      </Button>
    </SelectionBar>
  );
}
