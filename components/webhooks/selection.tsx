"use client";

import clsx from "clsx";
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react";

type Selection = {
  chosen: ReadonlySet<string>;
  all: string[];
  choose: (ids: Iterable<string>) => void;
};
const Context = createContext<Selection | null>(null);

/** What is ticked of a list. Rows that leave the list leave the choice with them. */
export function SelectionProvider({ ids, children }: { ids: string[]; children: ReactNode }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(ids.filter((id) => ticked.has(id)));
  const choose = (next: Iterable<string>) => setTicked(new Set(next));
  return <Context value={{ chosen, all: ids, choose }}>{children}</Context>;
}

export function useSelection(): Selection {
  const selection = useContext(Context);
  if (!selection) throw new Error("Rows are ticked below a SelectionProvider only.");
  return selection;
}

/** `label` says which row it is. */
export function SelectBox({ id, label }: { id: string; label: string }) {
  const { chosen, choose } = useSelection();
  const toggle = () => choose(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]);
  return <Tick label={label} checked={chosen.has(id)} onChange={toggle} />;
}

/** In a table's head, which a phone does not show. */
export function SelectAllBox({ label }: { label: string }) {
  const { chosen, all, choose } = useSelection();
  const isAll = all.length > 0 && chosen.size === all.length;
  return (
    <Tick
      label={label}
      checked={isAll}
      isPartly={chosen.size > 0 && !isAll}
      onChange={() => choose(isAll ? [] : all)}
      className="max-desk:hidden"
    />
  );
}

type TickProps = {
  label: string;
  checked: boolean;
  isPartly?: boolean;
  onChange: () => void;
  className?: string;
};

function Tick({ label, checked, isPartly = false, onChange, className }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <label
      className={clsx("desk:size-7 relative z-[1] grid size-11 cursor-pointer place-items-center", className)}
    >
      <span className="sr-only">{label}</span>
      <input ref={box} type="checkbox" checked={checked} onChange={onChange} className="size-4" />
    </label>
  );
}
