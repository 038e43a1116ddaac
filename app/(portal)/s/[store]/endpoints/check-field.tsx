import { getInputProps, type FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { FieldNote, noteId } from "@/components/ui/field";

type CheckFieldProps = { field: FieldMetadata<boolean>; label: string; hint: ReactNode };

/** One thing that is so or not. */
export function CheckField({ field, label, hint }: CheckFieldProps) {
  return (
    <div className="grid gap-[3px]">
      <label className="desk:min-h-6 flex min-h-11 items-center gap-2.5">
        <input
          {...getInputProps(field, { type: "checkbox" })}
          key={field.key}
          aria-describedby={noteId(field.id)}
          className="size-4"
        />
        <span className="text-dense font-[550]">{label}</span>
      </label>
      <div className="pl-[26px]">
        <FieldNote id={field.id} hint={hint} error={field.errors?.[0]} />
      </div>
    </div>
  );
}
