import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { StatusGlyph } from "./status-glyph";

type FieldProps = {
  id: string;
  label: ReactNode;
  /** Replaced by the error while there is one. */
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
};

/** What the input refers to by `aria-describedby`. */
export const noteId = (id: string): string => `${id}-note`;

export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="grid gap-[5px]">
      <label htmlFor={id} className="text-dense font-[550]">
        {label}
      </label>
      {children}
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNote({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) {
  if (error)
    return (
      <p id={noteId(id)} className="text-caption text-failed flex items-start gap-[5px]">
        <StatusGlyph glyph="failed" />
        {error}
      </p>
    );
  return hint ? (
    <p id={noteId(id)} className="text-caption text-ink-3">
      {hint}
    </p>
  ) : null;
}

const box = clsx(
  "rounded-control border-control bg-surface text-lead hover:border-ink-3 w-full border px-3",
  "aria-invalid:border-failed aria-invalid:shadow-[0_0_0_1px_var(--failed)]",
);

export const Input = ({ className, ...rest }: ComponentProps<"input">) => (
  <input {...rest} className={clsx("h-11", box, className)} />
);

export const Textarea = ({ className, ...rest }: ComponentProps<"textarea">) => (
  <textarea {...rest} className={clsx("min-h-20 py-2", box, className)} />
);

export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <select
      {...rest}
      className={clsx(
        "rounded-control border-control bg-surface text-lead text-ink hover:border-ink-3 h-11 w-full border px-2.5",
        className,
      )}
    />
  );
}
