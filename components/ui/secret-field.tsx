"use client";

import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, Reason } from "./button";
import { CopyButton } from "./copy-button";
import type { Outcome } from "./outcome";
import { useAct } from "./use-act";

const shownSeconds = 30;
const dots = "•".repeat(36);

type SecretFieldProps = {
  /** "New, since 09:10". */
  label: React.ReactNode;
  /** The same in a word or two: "the new secret". */
  what: string;
  /** Its last four characters. */
  hint: string;
  reveal: () => Promise<Outcome<{ secret: string }>>;
  disabledReason?: string;
};

/** A secret, masked. It is fetched when it is revealed or copied, never before, and hides itself after 30 seconds. */
export function SecretField({ label, what, hint, reveal, disabledReason }: SecretFieldProps) {
  const { act, pending } = useAct();
  const { shown, show, hide, secondsLeft } = useShownFor(shownSeconds);
  const fetchSecret = () => act(reveal).then((revealed) => revealed?.secret);
  const Mark = shown ? EyeOff : Eye;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-[5px]" role="group" aria-label={what}>
      <span className="text-dense font-[550]">{label}</span>
      <div className="rounded-control border-line bg-sunken flex min-h-11 items-center gap-1 border pr-1.5 pl-3.5 font-mono text-[13px]">
        {shown ? (
          <span className="min-w-0 flex-1 py-2 wrap-anywhere">{shown}</span>
        ) : (
          <span className="flex min-w-0 flex-1">
            <span className="sr-only">{`Hidden, ends with ${hint}`}</span>
            <span aria-hidden="true" className="min-w-0 overflow-hidden whitespace-nowrap">
              {`whsec_${dots}`}
            </span>
            <span aria-hidden="true">{hint}</span>
          </span>
        )}
        {!disabledReason && (
          <>
            <Button
              variant="quiet"
              size="s"
              className="font-sans"
              aria-label={shown ? `Hide ${what}` : `Reveal ${what}`}
              onClick={() => (shown ? hide() : void fetchSecret().then(show))}
              busy={pending && "Asking"}
              icon={<Mark aria-hidden className="size-4" strokeWidth={1.5} />}
            >
              {shown ? `Hide, 0:${String(secondsLeft).padStart(2, "0")}` : "Reveal"}
            </Button>
            <CopyButton text={shown ?? fetchSecret} what={what} />
          </>
        )}
      </div>
      {disabledReason && <Reason>{disabledReason}</Reason>}
    </div>
  );
}

function useShownFor(seconds: number) {
  const [shown, setShown] = useState<string>();
  const [secondsLeft, setSecondsLeft] = useState(seconds);
  useEffect(() => {
    if (shown === undefined) return;
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.ceil((until - Date.now()) / 1000);
      setSecondsLeft(Math.max(0, left));
      if (left <= 0) setShown(undefined);
    }, 250);
    return () => clearInterval(timer);
  }, [shown, seconds]);
  const show = (text: string | undefined) => {
    setSecondsLeft(seconds);
    setShown(text);
  };
  return { shown, show, hide: () => setShown(undefined), secondsLeft };
}
