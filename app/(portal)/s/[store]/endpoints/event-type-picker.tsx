import { getCollectionProps, type FieldMetadata } from "@conform-to/react";
import { FieldNote, noteId } from "@/components/ui/field";

export type EventTypeOption = { name: string; description: string };

type EventTypePickerProps = {
  scope: FieldMetadata<string>;
  chosen: FieldMetadata<string[]>;
  options: EventTypeOption[];
};

const scopes: Record<string, string> = { all: "All, also those to come", some: "Only these" };

/** All event types, or a choice of them by group. */
export function EventTypePicker({ scope, chosen, options }: EventTypePickerProps) {
  const boxes = getCollectionProps(chosen, { type: "checkbox", options: options.map(({ name }) => name) });
  const groups = [...new Set(options.map(({ name }) => groupOf(name)))];
  // Its own, or that of one that is offered no more.
  const error = Object.values(chosen.allErrors)[0]?.[0];
  return (
    <fieldset className="grid gap-2.5" aria-describedby={error && noteId(chosen.id)}>
      <legend className="text-dense mb-1 font-[550]">Event types</legend>
      {getCollectionProps(scope, { type: "radio", options: Object.keys(scopes) }).map(({ key, ...radio }) => (
        <label key={key} className="desk:min-h-6 flex min-h-11 items-center gap-2.5">
          <input {...radio} className="size-4" />
          {scopes[radio.value]}
        </label>
      ))}
      {scope.value === "some" && (
        <div className="border-line rounded-control grid gap-3 border p-3.5">
          {groups.map((group) => (
            <div key={group} role="group" aria-label={group} className="grid gap-2">
              <p className="text-caption text-ink-3">{group}</p>
              {options.map(({ name, description }, index) => {
                const { key, ...box } = boxes[index]!;
                return groupOf(name) !== group ? null : (
                  <label key={key} className="flex min-h-10 items-start gap-2.5">
                    <input
                      {...box}
                      aria-invalid={error ? true : undefined}
                      aria-describedby={error && noteId(chosen.id)}
                      className="mt-0.5 size-4"
                    />
                    <span>
                      <span className="ident block">{name}</span>
                      <span className="text-caption text-ink-3 block">{description}</span>
                    </span>
                  </label>
                );
              })}
            </div>
          ))}
        </div>
      )}
      <FieldNote id={chosen.id} error={error} />
    </fieldset>
  );
}

const groupOf = (name: string) => (name.startsWith("order.") ? "Orders" : "Appointments");
