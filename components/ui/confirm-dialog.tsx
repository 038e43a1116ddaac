"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { FormEvent, ReactNode } from "react";
import { Button } from "./button";
import { FieldNote } from "./field";

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, with what it is about: "Delete Client app?" */
  title: string;
  /** What will happen, and the fields of the decision. */
  children: ReactNode;
  /** The button's word: the question's verb. */
  verb: string;
  /** What leaves all as it is, where "Cancel" would be mistaken for the verb. */
  dismiss?: string;
  /** While it runs: "Deleting". */
  busy: string | false;
  danger?: boolean;
  refused?: string;
  onConfirm: (form: FormData) => void;
  /** Told its form when it stands. */
  onForm: (form: HTMLFormElement | null) => void;
};

/** A question before something that cannot be taken back, or that goes out to others. Escape and Cancel leave all as it is. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    children,
    verb,
    dismiss = "Cancel",
    busy,
    danger,
    refused,
    onConfirm,
    onForm,
  } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) onConfirm(new FormData(event.currentTarget));
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next || !busy) && onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-30 bg-[oklch(0.15_0.02_256/.45)] transition-opacity duration-(--time-move) data-ending-style:opacity-0 data-starting-style:opacity-0 motion-reduce:transition-none" />
        <AlertDialog.Viewport className="fixed inset-0 z-30 grid place-items-center overflow-y-auto p-4">
          <AlertDialog.Popup className="rounded-dialog border-line-strong bg-raised shadow-dialog w-full max-w-[480px] border px-6 py-5.5 outline-none">
            <form ref={onForm} onSubmit={submit} noValidate className="grid gap-3">
              <AlertDialog.Title className="head">{title}</AlertDialog.Title>
              <AlertDialog.Description render={<div />} className="text-ink-2 grid gap-3">
                {children}
              </AlertDialog.Description>
              <FieldNote id="confirm" error={refused} />
              <footer className="mt-1.5 flex flex-wrap justify-end gap-2">
                <AlertDialog.Close render={<Button />}>{dismiss}</AlertDialog.Close>
                <Button type="submit" variant={danger ? "danger-solid" : "primary"} busy={busy}>
                  {verb}
                </Button>
              </footer>
            </form>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
