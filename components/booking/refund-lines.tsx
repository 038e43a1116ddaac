import { useId } from "react";
import { Field, FieldNote, Input, noteId } from "@/components/ui/field";
import type { StoreOrderLine } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";

type RefundLinesProps = { lines: StoreOrderLine[]; currency: string; fields: Record<string, string[]> };

/** How many of each line go back; each line is a field of its own, `line-{id}`. */
export function RefundLines({ lines, currency, fields }: RefundLinesProps) {
  const id = useId();
  return (
    <div role="group" aria-label="Lines" className="border-line rounded-control grid gap-3 border p-3.5">
      {lines.map((line) => {
        const fieldId = `${id}-${line.id}`;
        const error = fields[`line-${line.id}`]?.[0];
        const left = line.quantity - line.refundedQuantity;
        return (
          <Field
            key={line.id}
            id={fieldId}
            label={line.appointment?.product.title ?? "A line"}
            hint={`Up to ${left} at ${formatMoney(line.unitPriceMinor, currency)} each.`}
            error={error}
          >
            <Input
              id={fieldId}
              name={`line-${line.id}`}
              inputMode="numeric"
              defaultValue={lines.length === 1 ? left : 0}
              autoComplete="off"
              aria-invalid={error ? true : undefined}
              aria-describedby={noteId(fieldId)}
              className="max-w-32"
            />
          </Field>
        );
      })}
      <FieldNote id={id} error={fields.lines?.[0]} />
    </div>
  );
}
