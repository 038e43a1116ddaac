"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { formatPlural } from "@/lib/platform/format-figure";
import { ReasonField, reasonIn } from "./reason-field";

export type Disable = (input: { id: string; reason: string }) => Promise<Outcome>;

type DisableEndpointProps = {
  endpoint: { id: string; name: string };
  /** Deliveries that wait for an attempt. */
  openCount: number;
  disable: Disable;
  disabledReason?: string;
  /** The store that support acts for, and to which it says why. */
  onBehalfOf?: string;
};

export function DisableEndpoint(props: DisableEndpointProps) {
  const { endpoint, openCount, disable, disabledReason, onBehalfOf } = props;
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
        title={`Disable ${name}${onBehalfOf ? ` for ${onBehalfOf}` : ""}?`}
        verb="Disable"
        busyVerb="Disabling"
        ask={(form) => disable({ id, reason: reasonIn(form) })}
        onDone={() => toast({ title: `${name} is disabled.`, text: "Its events are held from now on." })}
      >
        {(fields) => (
          <>
            <p>
              Nothing more is sent to it. Its events are held, not lost, until it is enabled
              {openCount > 0 && `; so ${openCount === 1 ? "is" : "are"} the ${waiting(openCount)}`}.
            </p>
            {onBehalfOf && <ReasonField storeName={onBehalfOf} error={fields.reason?.[0]} />}
          </>
        )}
      </Confirm>
    </>
  );
}

const waiting = (count: number) =>
  count === 1
    ? "one delivery that waits for an attempt"
    : `${formatPlural(count, "delivery")} that wait for an attempt`;
