"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, noteId, Select } from "@/components/ui/field";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { overlapHoursDefault } from "@/lib/webhooks/contract";

export type Rotate = (overlapHours: number) => Promise<Outcome<{ secret: string }>>;

const overlaps: [hours: number, words: string][] = [
  [0, "End it at once"],
  [1, "1 hour"],
  [24, "24 hours"],
  [72, "3 days"],
  [168, "7 days"],
];

/** Makes a new secret after asking for how long the old one goes on. */
export function RotateSecret({
  name,
  rotate,
  disabledReason,
}: {
  name: string;
  rotate: Rotate;
  disabledReason?: string;
}) {
  const [open, setOpen] = useState(false);
  const fieldId = useId();
  const toast = useToast();
  return (
    <>
      <Button onClick={() => setOpen(true)} disabledReason={disabledReason}>
        Rotate…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Rotate the secret of ${name}?`}
        verb="Rotate"
        busyVerb="Rotating"
        ask={(form) => rotate(Number(form.get("overlapHours")))}
        onDone={() => toast({ title: "Rotated.", text: "Copy the new secret to your server." })}
      >
        <p>
          A new secret is made and signs at once. The old one goes on signing beside it for a while, so that
          your server can switch over without refusing anything.
        </p>
        <Field
          id={fieldId}
          label="The old secret goes on for"
          hint="A server that has only the old secret refuses what we send after that."
        >
          <Select
            id={fieldId}
            name="overlapHours"
            defaultValue={overlapHoursDefault}
            aria-describedby={noteId(fieldId)}
          >
            {overlaps.map(([hours, words]) => (
              <option key={hours} value={hours}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </Confirm>
    </>
  );
}
