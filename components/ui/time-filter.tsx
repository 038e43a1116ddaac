"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { AddingFilter } from "./adding-filter";
import { Button } from "./button";
import { Field, FieldNote, Input, noteId } from "./field";

const hourMs = 3_600_000;
const lasts: [name: string, hours: number][] = [
  ["Last hour", 1],
  ["Last 24 hours", 24],
  ["Last 7 days", 168],
  ["Last 30 days", 720],
];

/** The list’s path, and the filters that it has already. */
type TimeFilterProps = { path: string; query: Record<string, string> };

/** Adds a time to the filters: since some while ago, or between two moments of the viewer's clock. */
export function TimeFilter({ path, query }: TimeFilterProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const id = useId();
  const go = (from: Date | undefined, to?: Date) => {
    const time = { ...(from && { from: from.toISOString() }), ...(to && { to: to.toISOString() }) };
    setOpen(false);
    router.push(`${path}?${new URLSearchParams({ ...query, ...time })}`, { scroll: false });
  };
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) first.current?.focus();
  }, [error]);
  const wrong = { "aria-invalid": error ? true : undefined, "aria-describedby": error && noteId(id) };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = [readMoment(form.get("from")), readMoment(form.get("to"))];
    if (!from && !to) return setError("Enter at least one of them.");
    if (from && to && from >= to) return setError("The end comes before the start.");
    setError(undefined);
    go(from, to);
  };
  return (
    <AddingFilter name="Time" open={open} onOpenChange={setOpen}>
      <div className="flex flex-wrap gap-2">
        {lasts.map(([name, hours]) => (
          <Button key={name} size="s" onClick={() => go(new Date(Date.now() - hours * hourMs))}>
            {name}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} noValidate className="border-line grid gap-3 border-t pt-3">
        <Field id={`${id}-from`} label="From">
          <Input ref={first} id={`${id}-from`} name="from" type="datetime-local" {...wrong} />
        </Field>
        <Field id={`${id}-to`} label="Before">
          <Input id={`${id}-to`} name="to" type="datetime-local" {...wrong} />
        </Field>
        <FieldNote id={id} error={error} />
        <Button type="submit" size="s" className="justify-self-end">
          Show
        </Button>
      </form>
    </AddingFilter>
  );
}

function readMoment(value: FormDataEntryValue | null): Date | undefined {
  const moment = typeof value === "string" && value ? new Date(value) : undefined;
  return moment && !Number.isNaN(moment.getTime()) ? moment : undefined;
}
