"use client";

import { Dialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from "react";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { useViewpoint } from "@/components/ui/viewpoint";
import { formatPlural } from "@/lib/platform/format-figure";
import { foundOption, isWholeId, placeOptions, type FindOption } from "./find-options";
import { useFound } from "./use-found";

type FindDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The store's pages. */
  base: string;
  mayChange: boolean;
};

/** One field for ids, URLs, numbers, pages and actions: up and down choose, Enter opens. */
export function FindDialog({ open, onOpenChange, ...finding }: FindDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[oklch(0.15_0.02_256/.45)]" />
        <Dialog.Popup className="rounded-dialog border-line-strong bg-raised shadow-dialog desk:top-[12vh] fixed top-2 left-1/2 z-30 grid max-h-[min(560px,80dvh)] w-[min(640px,calc(100vw-16px))] -translate-x-1/2 grid-rows-[auto_minmax(0,1fr)] overflow-hidden border outline-none">
          <Dialog.Title className="sr-only">Find</Dialog.Title>
          <Finding {...finding} close={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type FindingProps = Pick<FindDialogProps, "base" | "mayChange"> & { close: () => void };

function Finding({ base, mayChange, close }: FindingProps) {
  const router = useRouter();
  const view = useViewpoint();
  const id = useId();
  const [q, setQ] = useState("");
  const [active, setActive] = useState(0);
  const [isAwaited, setAwaited] = useState(false);
  const { answer, isCurrent } = useFound(`${base}/find`, q);
  const found = answer && "found" in answer ? answer.found : [];
  const options = [...found.map((one) => foundOption(one, base, view)), ...placeOptions(q, base, mayChange)];
  const chosen = Math.min(active, options.length - 1);
  const go = ({ href }: FindOption) => {
    close();
    router.push(href);
  };

  // A whole id opens with its answer, and so does what Enter asked for before the answer was there.
  const [first] = found;
  const whole = isWholeId(q) && first ? foundOption(first, base, view) : undefined;
  const opening = isCurrent ? (whole ?? (isAwaited ? options[chosen] : undefined))?.href : undefined;
  const openNow = useEffectEvent((href: string) => {
    close();
    router.push(href);
  });
  useEffect(() => {
    if (opening) openNow(opening);
  }, [opening]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[chosen];
    if (step && options.length > 0) setActive((chosen + step + options.length) % options.length);
    else if (event.key === "Enter" && !isCurrent) setAwaited(true);
    else if (event.key === "Enter" && option) go(option);
    else return;
    event.preventDefault();
  };
  const hasOptions = options.length > 0;
  const said = answer && "failed" in answer ? "The search did not answer. Type on to ask again." : undefined;
  return (
    <>
      <div className="border-line flex items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="text-ink-3 size-4.5 flex-none" strokeWidth={1.5} />
        <input
          type="text"
          role="combobox"
          aria-label="Find"
          aria-expanded={hasOptions}
          aria-controls={hasOptions ? `${id}-list` : undefined}
          aria-activedescendant={hasOptions ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder="Customer, number, URL, id, page"
          autoComplete="off"
          spellCheck={false}
          maxLength={2048}
          value={q}
          onChange={({ target }) => {
            setQ(target.value);
            setActive(0);
            setAwaited(false);
          }}
          onKeyDown={onKeyDown}
          className="text-lead placeholder:text-ink-3 h-13 min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      <div className="flex min-h-0 flex-col">
        {hasOptions && (
          <ul role="listbox" id={`${id}-list`} aria-label="Found" className="min-h-0 overflow-y-auto p-1.5">
            {options.map((option, index) => (
              <Option
                key={option.href}
                id={`${id}-${index}`}
                option={option}
                isActive={index === chosen}
                onPoint={() => setActive(index)}
                onChoose={() => go(option)}
              />
            ))}
          </ul>
        )}
        <p
          role="status"
          className={clsx(hasOptions && !said ? "sr-only" : "text-ink-2 px-2.5 py-4 text-center")}
        >
          {said ??
            (!isCurrent
              ? "Searching"
              : hasOptions
                ? formatPlural(options.length, "result")
                : "Nothing matches. Begin a customer’s name, or paste a number or an id whole.")}
        </p>
      </div>
    </>
  );
}

type OptionProps = {
  id: string;
  option: FindOption;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
};

function Option({ id, option: { kind, title, detail, glyph }, isActive, onPoint, onChoose }: OptionProps) {
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [isActive, id]);
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onChoose}
      className={clsx(
        "rounded-control grid min-h-11 cursor-pointer grid-cols-[92px_minmax(0,1fr)] items-center gap-x-3 px-2.5 py-1.5",
        isActive && "bg-selected outline-focus outline-2 -outline-offset-2",
      )}
    >
      <span className="text-dense text-ink-3">{kind}</span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{title}</span>
        {detail && (
          <span className="text-dense text-ink-2 flex min-w-0 items-center gap-1.5">
            {glyph && <StatusGlyph glyph={glyph} />}
            <span className="truncate">{detail}</span>
          </span>
        )}
      </span>
    </li>
  );
}
