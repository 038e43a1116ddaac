"use client";

import { useEffect, useRef } from "react";
import { Field, noteId, Textarea } from "@/components/ui/field";

type ReasonFieldProps = { storeName: string; error?: string };

/** What was written in it. */
export const reasonIn = (form: FormData): string => String(form.get("reason") ?? "");

/** Why support acts in a merchant's store. An error takes the focus to it; what was written stays. */
export function ReasonField({ storeName, error }: ReasonFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  return (
    <Field
      id="reason"
      label="Reason"
      error={error}
      hint={`Shown to ${storeName} with your name. Name the ticket.`}
    >
      <Textarea
        ref={field}
        id="reason"
        name="reason"
        rows={2}
        aria-invalid={error ? true : undefined}
        aria-describedby={noteId("reason")}
        autoComplete="off"
      />
    </Field>
  );
}
