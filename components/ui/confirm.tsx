"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { ConfirmDialogProps } from "./confirm-dialog";
import type { Outcome } from "./outcome";
import { useAct } from "./use-act";

const ConfirmDialog = dynamic(() => import("./confirm-dialog").then((part) => part.ConfirmDialog));

type ConfirmProps<T> = Pick<
  ConfirmDialogProps,
  "open" | "onOpenChange" | "title" | "children" | "verb" | "danger"
> & {
  /** "Deleting". */
  busyVerb: string;
  ask: (form: FormData) => Promise<Outcome<T>>;
  onDone: (result: T) => void;
};

/** A confirm whose answer goes to a server action. It is fetched when first opened, and stays open while refused. */
export function Confirm<T>({ open, onOpenChange, busyVerb, ask, onDone, ...dialog }: ConfirmProps<T>) {
  const { act, pending } = useAct();
  const [wasOpened, setWasOpened] = useState(open);
  const [refused, setRefused] = useState<string>();
  if (open && !wasOpened) setWasOpened(true);
  const change = (next: boolean) => {
    setRefused(undefined);
    onOpenChange(next);
  };
  const confirm = async (form: FormData) => {
    setRefused(undefined);
    const result = await act(
      () => ask(form),
      (refusal) => setRefused(refusal.refused),
    );
    if (result === undefined) return;
    change(false);
    onDone(result);
  };
  if (!wasOpened) return null;
  return (
    <ConfirmDialog
      {...dialog}
      open={open}
      onOpenChange={change}
      busy={pending && busyVerb}
      refused={refused}
      onConfirm={(form) => void confirm(form)}
    />
  );
}
