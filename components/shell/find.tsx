"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useKey } from "@/components/ui/use-key";

const FindDialog = dynamic(() => import("./find-dialog").then((part) => part.FindDialog));
const Find = createContext<() => void>(() => {});
const icon = { "aria-hidden": true, className: "size-4", strokeWidth: 1.5 } as const;

type FindProviderProps = { base: string; mayChange: boolean; children: ReactNode };

/** Lets every page below it find: by its field, by ⌘K or Ctrl+K anywhere, by `/` unless one is typing. */
export function FindProvider({ children, ...finding }: FindProviderProps) {
  const [open, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const start = () => {
    setWasOpened(true);
    setOpen(true);
  };
  useKey("/", start);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isAsked = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
      // A question that is open wants its answer first.
      if (!isAsked || event.shiftKey || event.altKey || document.querySelector("[role=alertdialog]")) return;
      event.preventDefault();
      setWasOpened(true);
      setOpen((was) => !was);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <Find value={start}>
      {children}
      {wasOpened && <FindDialog {...finding} open={open} onOpenChange={setOpen} />}
    </Find>
  );
}

/** In the bar of the desk. */
export function FindField() {
  return (
    <button
      type="button"
      aria-keyshortcuts="/ Meta+K Control+K"
      onClick={useContext(Find)}
      className="rounded-control border-control bg-surface text-ink-3 hover:border-ink-3 text-dense flex h-[34px] w-[300px] min-w-0 flex-[0_1_auto] items-center gap-2 border px-2.5 text-left"
    >
      <Search {...icon} />
      <span className="min-w-0 flex-1 truncate">Find by id, URL or booking</span>
      <kbd
        aria-hidden="true"
        className="rounded-tick border-line-strong bg-sunken text-caption text-ink-2 border px-1.5 font-mono"
      >
        ⌘K
      </kbd>
    </button>
  );
}

/** On the cover bar of a phone. */
export function FindButton() {
  return (
    <button
      type="button"
      aria-label="Find"
      onClick={useContext(Find)}
      className="grid size-11 flex-none place-items-center"
    >
      <Search {...icon} />
    </button>
  );
}
