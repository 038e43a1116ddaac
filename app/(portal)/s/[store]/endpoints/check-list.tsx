import { getCollectionProps, type FieldMetadata } from "@conform-to/react";
import { FieldNote, noteId } from "@/components/ui/field";

type CheckListProps = {
  field: FieldMetadata<string[]>;
  label: string;
  choices: { id: string; name: string; description?: string }[];
  error?: string | undefined;
};

/** Any of several things, each with a box. */
export function CheckList({ field, label, choices, error }: CheckListProps) {
  const boxes = getCollectionProps(field, { type: "checkbox", options: choices.map(({ id }) => id) });
  return (
    <div role="group" aria-label={label} className="grid gap-2">
      <p className="text-caption text-ink-3">{label}</p>
      <div className="border-line rounded-control grid max-h-60 gap-2 overflow-y-auto border p-3.5">
        {choices.map(({ name, description }, index) => {
          const { key, ...box } = boxes[index]!;
          return (
            <label key={key} className="desk:min-h-6 flex min-h-11 items-start gap-2.5">
              <input
                {...box}
                aria-invalid={error ? true : undefined}
                aria-describedby={error && noteId(field.id)}
                className="mt-0.5 size-4"
              />
              <span>
                <span className={description ? "ident block" : "block"}>{name}</span>
                {description && <span className="text-caption text-ink-3 block">{description}</span>}
              </span>
            </label>
          );
        })}
      </div>
      <FieldNote id={field.id} error={error} />
    </div>
  );
}
