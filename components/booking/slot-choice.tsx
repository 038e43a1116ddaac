"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useOptimistic, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldNote, Input, noteId, Select } from "@/components/ui/field";
import type { OpenSlot } from "@/lib/booking/contract";
import { addDays, longDay } from "./calendar-day";
import { clockText } from "./when-text";

export type SlotQuery = { product?: string; staff?: string; location?: string; date: string };
type Choice = { id: string; name: string };

type SlotChoiceProps = {
  path: string;
  query: SlotQuery;
  /** Undefined: the product is settled. */
  products?: Choice[];
  staff: Choice[];
  /** What it is while nobody is chosen. */
  anyone?: string;
  locations: Choice[];
  /** It takes place somewhere already. */
  isPlaced?: boolean;
  zone: string;
  slots: OpenSlot[];
  /** Why there are none. */
  refused?: string;
  error?: string;
};

/** Which of a day's free slots; `slot` in the form is its from and to. Asking for another day or person looks anew. */
export function SlotChoice(props: SlotChoiceProps) {
  const { path, products, staff, anyone, locations, isPlaced, zone, slots, refused, error } = props;
  const router = useRouter();
  const [isLooking, look] = useTransition();
  // What was asked last counts at once, so that a second change does not undo the first.
  const [query, expect] = useOptimistic(props.query);
  const id = useId();
  const ask = (change: Partial<SlotQuery>) => {
    const asked = { ...query, ...change };
    const given = Object.entries(asked).filter(([, value]) => value);
    look(() => {
      expect(asked);
      router.replace(`${path}?${new URLSearchParams(given)}`, { scroll: false });
    });
  };
  const select = (
    key: "product" | "staff" | "location",
    label: string,
    unchosen: string | undefined,
    choices: Choice[],
  ) => (
    <Field id={`${id}-${key}`} label={label}>
      <Select
        id={`${id}-${key}`}
        value={query[key] ?? ""}
        onChange={(event) => ask({ [key]: event.target.value })}
      >
        {unchosen && <option value="">{unchosen}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
  const icon = { "aria-hidden": true, className: "size-4", strokeWidth: 1.5 } as const;
  return (
    <div className="grid gap-6">
      <div className="desk:grid-cols-2 grid gap-4">
        {products && select("product", "What", "Choose…", products)}
        {staff.length > 1 && select("staff", "With", anyone ?? "Whoever is free", staff)}
        {locations.length > 1 && select("location", "Location", isPlaced ? undefined : "Any", locations)}
        <Field id={`${id}-date`} label="Day">
          <span className="flex items-center gap-1.5">
            <Button aria-label="Earlier day" size="l" onClick={() => ask({ date: addDays(query.date, -1) })}>
              <ChevronLeft {...icon} />
            </Button>
            <Input
              id={`${id}-date`}
              type="date"
              value={query.date}
              onChange={(event) => event.target.value && ask({ date: event.target.value })}
            />
            <Button aria-label="Later day" size="l" onClick={() => ask({ date: addDays(query.date, 1) })}>
              <ChevronRight {...icon} />
            </Button>
          </span>
        </Field>
      </div>
      <fieldset
        aria-describedby={error && noteId(`${id}-slot`)}
        aria-busy={isLooking || undefined}
        disabled={isLooking}
      >
        <legend className="text-dense mb-2 font-[550]">
          Time{" "}
          <span className="text-ink-3 font-normal">{`${longDay(query.date)}, ${zone.replaceAll("_", " ")}`}</span>
        </legend>
        {slots.length === 0 ? (
          <p role="status" className="text-ink-2">
            {refused ?? "Nothing is free on this day. Try another day or somebody else."}
          </p>
        ) : (
          <div
            className={`grid grid-cols-[repeat(auto-fill,minmax(84px,1fr))] gap-2 ${isLooking ? "opacity-60" : ""}`}
          >
            {slots.map(({ from, to }) => (
              <label
                key={`${from} ${to}`}
                className="rounded-control border-control bg-surface has-checked:border-accent has-checked:bg-selected hover:border-ink-3 has-focus-visible:outline-focus desk:h-9 relative grid h-11 place-items-center border tabular-nums has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name="slot"
                  value={`${from} ${to}`}
                  className="absolute inset-0 cursor-pointer appearance-none outline-none"
                />
                {clockText(from, zone)}
              </label>
            ))}
          </div>
        )}
        <div className="mt-2">
          <FieldNote id={`${id}-slot`} error={error} />
        </div>
      </fieldset>
    </div>
  );
}

/** The slot that was chosen, as verbs take it; undefined: none. */
export function slotIn(form: FormData) {
  const [from, to] = String(form.get("slot") ?? "").split(" ");
  if (!from || !to) return undefined;
  const [fromDate, toDate] = [from.slice(0, 10), to.slice(0, 10)];
  return { fromDate, fromTime: from.slice(11, 19), toDate, toTime: to.slice(11, 19) };
}
