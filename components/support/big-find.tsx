"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useRef } from "react";
import { Input } from "@/components/ui/field";
import { useKey } from "@/components/ui/use-key";

/** The first thing on the console. `/` leads to it from anywhere on the page. */
export function BigFind({ q }: { q: string }) {
  const field = useRef<HTMLInputElement>(null);
  useKey("/", () => field.current?.focus());
  return (
    <Form action="/support" role="search" className="relative">
      <label htmlFor="q" className="sr-only">
        Find a store, endpoint or delivery
      </label>
      <Search
        aria-hidden
        className="text-ink-3 pointer-events-none absolute top-4 left-[15px] size-4.5"
        strokeWidth={1.5}
      />
      <Input
        ref={field}
        id="q"
        key={q}
        name="q"
        type="search"
        defaultValue={q}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts="/"
        placeholder="Store name, URL, dlv_…, evt_…, ep_…, appointment or order"
        className="rounded-panel h-[50px] pr-11 pl-11"
      />
      <kbd
        aria-hidden="true"
        className="rounded-tick border-line-strong bg-sunken text-caption text-ink-2 desk:block absolute top-[15px] right-3.5 hidden border px-1.5 py-px font-mono"
      >
        /
      </kbd>
    </Form>
  );
}
