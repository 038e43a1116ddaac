"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useKey } from "@/components/ui/use-key";
import { ReasonField, reasonIn } from "@/components/webhooks/reason-field";
import { resentMessage, type Resent } from "@/components/webhooks/resent-message";
import { formatPlural } from "@/lib/platform/format-figure";

export type Resend = (input: { ids: string[]; reason: string }) => Promise<Outcome<Resent>>;

type ResendButtonProps = {
  ids: string[];
  storeName: string;
  resend: Resend;
  isPrimary: boolean;
  onResent?: () => void;
};

/** Sends deliveries once more, for a reason that the merchant reads. */
export function ResendButton(props: ResendButtonProps) {
  const { ids, storeName, resend, isPrimary, onResent } = props;
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const those = ids.length === 1 ? "this delivery" : formatPlural(ids.length, "delivery");
  const done = (result: Resent) => {
    onResent?.();
    toast(resentMessage(result));
  };
  useKey("r", () => setOpen(true));
  return (
    <>
      <Button
        aria-keyshortcuts="r"
        variant={isPrimary ? "primary" : "plain"}
        icon={<RotateCw aria-hidden className="size-4" strokeWidth={1.5} />}
        onClick={() => setOpen(true)}
      >
        Resend…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Resend ${those} for ${storeName}?`}
        verb="Resend"
        busyVerb="Resending"
        ask={(form) => resend({ ids, reason: reasonIn(form) })}
        onDone={done}
      >
        {(fields) => (
          <>
            <p>
              {ids.length === 1 ? "It goes" : "Each goes"} out once more at once, with the same{" "}
              <code>webhook-id</code>. {storeName}’s owner and developers read your name and the reason.
            </p>
            <ReasonField storeName={storeName} error={fields.reason?.[0]} />
          </>
        )}
      </Confirm>
    </>
  );
}
