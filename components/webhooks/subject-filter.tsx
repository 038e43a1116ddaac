"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { AddingFilter } from "@/components/ui/adding-filter";
import { Button } from "@/components/ui/button";
import { Field, Input, noteId } from "@/components/ui/field";

/** The list's URL without it. */
type SubjectFilterProps = { path: string; query: Record<string, string> };

/** Narrows a list to what was about one appointment or order, by its number. */
export function SubjectFilter({ path, query }: SubjectFilterProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const subject = String(new FormData(event.currentTarget).get("subject") ?? "").replace(/^\s*#|\s+/g, "");
    if (!subject) return setError("Enter its number.");
    setError(undefined);
    setOpen(false);
    router.push(`${path}?${new URLSearchParams({ ...query, subject })}`, { scroll: false });
  };
  return (
    <AddingFilter name="Booking or order" open={open} onOpenChange={setOpen}>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field id={id} label="Number" hint="Of the appointment or the order, such as 1042." error={error}>
          <Input
            ref={field}
            id={id}
            name="subject"
            maxLength={40}
            autoComplete="off"
            inputMode="numeric"
            aria-invalid={error ? true : undefined}
            aria-describedby={noteId(id)}
          />
        </Field>
        <Button type="submit" size="s" className="justify-self-end">
          Show
        </Button>
      </form>
    </AddingFilter>
  );
}
