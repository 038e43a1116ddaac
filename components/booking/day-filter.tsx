"use client";

import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { AddingFilter } from "@/components/ui/adding-filter";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";

/** The list's URL without it. */
type DayFilterProps = { path: string; query: Record<string, string | undefined> };

/** Narrows a list to one day. */
export function DayFilter({ path, query }: DayFilterProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const date = String(new FormData(event.currentTarget).get("date") ?? "");
    if (!date) return setError("Enter a day.");
    setOpen(false);
    const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
    router.push(`${path}?${new URLSearchParams([...given, ["date", date]])}`, { scroll: false });
  };
  return (
    <AddingFilter name="Day" open={open} onOpenChange={setOpen}>
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field id={id} label="Day" error={error}>
          <Input id={id} name="date" type="date" aria-invalid={error ? true : undefined} />
        </Field>
        <Button type="submit" size="s" className="justify-self-end">
          Show
        </Button>
      </form>
    </AddingFilter>
  );
}
