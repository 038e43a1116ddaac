"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input, noteId } from "@/components/ui/field";
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
        {(fields) => (
          <>
            <p>
              {unsentCount > 0
                ? `${formatPlural(unsentCount, "delivery")} will never be sent. `
                : "Nothing waits to be sent to it. "}
              Past deliveries stay to be read; its secrets are gone for good.
            </p>
            <NameField name={name} error={fields.name?.[0]} />
          </>
        )}
      </Confirm>
    </>
  );
}

/** An error takes the focus to it; what was typed stays. */
function NameField({ name, error }: { name: string; error?: string }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  return (
    <Field id={id} label={`Type its name, ${name}`} error={error}>
      <Input
        ref={field}
        id={id}
        name="name"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={error && noteId(id)}
      />
    </Field>
  );
}
