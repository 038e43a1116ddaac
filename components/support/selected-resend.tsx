"use client";

import { useSelection } from "@/components/webhooks/selection";
import { SelectionBar } from "@/components/webhooks/selection-bar";
import { ResendButton, type Resend } from "./resend-button";

/** Above a list: resends what is ticked, for a reason. */
export function SelectedResend({ storeName, resend }: { storeName: string; resend: Resend }) {
  const { chosen, choose } = useSelection();
  return (
    <SelectionBar idle="Tick deliveries to resend them.">
      <ResendButton
        ids={[...chosen]}
        storeName={storeName}
        resend={resend}
        isPrimary
        onResent={() => choose([])}
      />
    </SelectionBar>
  );
}
