"use client";

import dynamic from "next/dynamic";
import { useCallback, useState, type ReactNode } from "react";
import type { ConfirmDialogProps } from "./confirm-dialog";
import { forgetValues, keepValues, restoreValues } from "./kept-values";
import type { Outcome, Refusal } from "./outcome";
import { useAct } from "./use-act";

const ConfirmDialog = dynamic(() => import("./confirm-dialog").then((part) => part.ConfirmDialog));

type ConfirmProps<T> = Pick<
  ConfirmDialogProps,
  "open" | "onOpenChange" | "title" | "verb" | "dismiss" | "danger"
> & {
  /** What will happen; a function of what was wrong with its fields where it has any. */
  children: ReactNode | ((fields: Refusal["fields"]) => ReactNode);
  /** "Deleting". */
  busyVerb: string;
  ask: (form: FormData) => Promise<Outcome<T>>;
  onDone: (result: T) => void;
};

/**
 * A confirm whose answer goes to a server action. It is fetched when first opened, and stays open while refused; what was
 * entered when the session had ended stands there again when it is next opened.
 */
export function Confirm<T>({
  open,
  onOpenChange,
  busyVerb,
  ask,
  onDone,
  children,
  ...dialog
}: ConfirmProps<T>) {
  const { act, pending } = useAct();
  const [wasOpened, setWasOpened] = useState(open);
  const [refusal, setRefusal] = useState<Refusal>();
  if (open && !wasOpened) setWasOpened(true);
  const { verb } = dialog;
  const change = (next: boolean) => {
    setRefusal(undefined);
    if (!next) forgetValues(verb);
    onOpenChange(next);
  };
  const confirm = async (form: FormData) => {
    setRefusal(undefined);
    keepValues(verb, form);
    const result = await act(() => ask(form), setRefusal);
    if (result === undefined) return;
    change(false);
    onDone(result);
  };
  const restore = useCallback(
    (form: HTMLFormElement | null) => {
      if (form) restoreValues(verb, form);
    },
    [verb],
  );
  if (!wasOpened) return null;
  const fields = refusal?.fields ?? {};
  const isSaidBesideField = typeof children === "function" && Object.keys(fields).length > 0;
  return (
    <ConfirmDialog
      {...dialog}
      open={open}
      onOpenChange={change}
      busy={pending && busyVerb}
      refused={isSaidBesideField ? undefined : refusal?.refused}
      onConfirm={(form) => void confirm(form)}
      onForm={restore}
    >
      {typeof children === "function" ? children(fields) : children}
    </ConfirmDialog>
  );
}
