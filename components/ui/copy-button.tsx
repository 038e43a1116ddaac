"use client";

import clsx from "clsx";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";

type CopyButtonProps = {
  /** What is copied, or what fetches it; undefined where it could not be had. */
  text: string | (() => Promise<string | undefined>);
  /** "the URL". */
  what: string;
  word?: boolean;
};

/** Copies; its mark turns into a tick for two seconds. With `word` it says so beside the mark. */
export function CopyButton({ text, what, word }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const Mark = copied ? Check : Copy;
  const copy = async () => {
    const copying = typeof text === "string" ? text : await text();
    if (copying === undefined) return;
    await navigator.clipboard.writeText(copying);
    setCopied(true);
  };
  return (
    <button
      type="button"
      aria-label={copied ? `Copied ${what}` : `Copy ${what}`}
      onClick={() => void copy()}
      className={clsx(
        "rounded-control text-dense text-ink-3 hover:bg-accent-soft hover:text-accent inline-flex flex-none items-center gap-1.5 font-sans",
        word
          ? "text-ink-2 desk:h-7 h-9 px-2.5 font-[550]"
          : "desk:-my-1 desk:size-6 size-9 justify-center align-middle",
      )}
    >
      <Mark aria-hidden className="size-3.5" strokeWidth={1.5} />
      {word && (copied ? "Copied" : "Copy")}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
