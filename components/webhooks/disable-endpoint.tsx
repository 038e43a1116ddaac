"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { formatPlural } from "@/lib/platform/format-figure";

export type Disable = (input: { id: string }) => Promise<Outcome>;

type DisableEndpointProps = {
  endpoint: { id: string; name: string };
  /** Deliveries that wait for an attempt. */
  openCount: number;
  disable: Disable;
  disabledReason?: string;
};

export function DisableEndpoint({ endpoint, openCount, disable, disabledReason }: DisableEndpointProps) {
  const { id, name } = endpoint;
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Button onClick={() => setOpen(true)} disabledReason={disabledReason}>
        Disable…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Disable ${name}?`}
        verb="Disable"
        busyVerb="Disabling"
        ask={() => disable({ id })}
        onDone={() => toast({ title: `${name} is disabled.`, text: "Its events are held from now on." })}
      >
        <p>
          Nothing more is sent to it. Its events are held, not lost, until you enable it
          {openCount > 0 && `; so ${openCount === 1 ? "is" : "are"} the ${waiting(openCount)}`}.
        </p>
      </Confirm>
    </>
  );
}

const waiting = (count: number) =>
  count === 1
    ? "one delivery that waits for an attempt"
    : `${formatPlural(count, "delivery")} that wait for an attempt`;
