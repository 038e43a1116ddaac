"use client";

import { Send } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, Select } from "@/components/ui/field";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";

export type SendExampleTo = (input: {
  endpointId: string;
  type: string;
}) => Promise<Outcome<{ deliveryId: string }>>;

type SendExampleProps = {
  endpoint: { id: string; name: string };
  eventTypes: readonly string[];
  send: SendExampleTo;
  /** Where a delivery's page is: `${base}/${id}`. */
  deliveriesBase: string;
  disabledReason?: string;
};

export function SendExample({
  endpoint,
  eventTypes,
  send,
  deliveriesBase,
  disabledReason,
}: SendExampleProps) {
  const [open, setOpen] = useState(false);
  const fieldId = useId();
  const toast = useToast();
  const done = ({ deliveryId }: { deliveryId: string }) =>
    toast({
      title: "The example is on its way.",
      text: `${endpoint.name} gets it now.`,
      link: { href: `${deliveriesBase}/${deliveryId}`, word: "Show" },
    });
  return (
    <>
      <Button
        icon={<Send aria-hidden className="size-4" strokeWidth={1.5} />}
        onClick={() => setOpen(true)}
        disabledReason={disabledReason}
      >
        Send example…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Send an example to ${endpoint.name}?`}
        verb="Send example"
        busyVerb="Sending"
        ask={(form) => send({ endpointId: endpoint.id, type: String(form.get("type")) })}
        onDone={done}
      >
        <p>
          It looks like the real thing and is signed like it, but tells of no booking: it has no sequence and
          says <code>x-opencals-test: true</code>.
        </p>
        <Field id={fieldId} label="Event type">
          <Select id={fieldId} name="type">
            {eventTypes.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </Select>
        </Field>
      </Confirm>
    </>
  );
}
