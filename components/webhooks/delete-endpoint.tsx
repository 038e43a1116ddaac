"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input } from "@/components/ui/field";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { formatPlural } from "@/lib/platform/format-figure";

export type Delete = (input: { id: string; name: string }) => Promise<Outcome>;

type DeleteEndpointProps = {
  endpoint: { id: string; name: string };
  /** Open and held deliveries: those that will never be sent. */
  unsentCount: number;
  remove: Delete;
  /** Where its list is. */
  listHref: string;
  disabledReason?: string;
};

export function DeleteEndpoint({
  endpoint,
  unsentCount,
  remove,
  listHref,
  disabledReason,
}: DeleteEndpointProps) {
  const { id, name } = endpoint;
  const [open, setOpen] = useState(false);
  const fieldId = useId();
  const router = useRouter();
  const toast = useToast();
  const done = () => {
    router.push(listHref);
    toast({ title: `${name} is deleted.` });
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)} disabledReason={disabledReason}>
        Delete endpoint…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Delete ${name}?`}
        verb="Delete endpoint"
        busyVerb="Deleting"
        danger
        ask={(form) => remove({ id, name: String(form.get("name")) })}
        onDone={done}
      >
        <p>
          {unsentCount > 0
            ? `${formatPlural(unsentCount, "delivery")} will never be sent. `
            : "Nothing waits to be sent to it. "}
          Past deliveries stay to be read; its secrets are gone for good.
        </p>
        <Field id={fieldId} label={<>Type its name, {name}</>}>
          <Input id={fieldId} name="name" autoComplete="off" spellCheck={false} />
        </Field>
      </Confirm>
    </>
  );
}
