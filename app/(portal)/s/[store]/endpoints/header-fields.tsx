"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldNote, Input, noteId } from "@/components/ui/field";

type HeaderFieldsProps = {
  /** Names of those that the endpoint has. */
  names: string[];
  /** Changes when what was entered has been saved. */
  saved: string;
  /** By the field's name: "customHeaders[0].value". */
  errors: Record<string, string[]>;
};

type Row = { key: number; name: string; value: string; isKept: boolean };

const headersMax = 10;

/** An endpoint's own headers. A value is entered once: afterwards its row keeps it, unless another is entered. */
export function HeaderFields({ names, saved, errors }: HeaderFieldsProps) {
  const [rows, setRows] = useState<Row[]>(() =>
    names.map((name, key) => ({ key, name, value: "", isKept: true })),
  );
  const [nextKey, setNextKey] = useState(names.length);
  const [shown, setShown] = useState(saved);
  if (shown !== saved) {
    setShown(saved);
    setRows(rows.map((row) => ({ ...row, value: "", isKept: true })));
  }
  const change = (key: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => {
    setRows([...rows, { key: nextKey, name: "", value: "", isKept: false }]);
    setNextKey(nextKey + 1);
  };
  return (
    <fieldset className="grid gap-2.5">
      <legend className="text-dense mb-1 font-[550]">Headers of your own</legend>
      <p className="text-caption text-ink-3">
        {names.length === 0 ? "Now: none." : `Now: ${names.join(", ")}.`} Sent with every request. Values are
        kept encrypted and never shown again.
      </p>
      {rows.map((row, index) => {
        const field = `customHeaders[${index}]`;
        const error = errors[`${field}.name`]?.[0] ?? errors[`${field}.value`]?.[0];
        const described = error ? noteId(field) : undefined;
        return (
          <div key={row.key} className="grid gap-[5px]">
            <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
              <Input
                name={`${field}.name`}
                value={row.name}
                onChange={({ target }) => change(row.key, { name: target.value })}
                aria-label={`Name of header ${index + 1}`}
                aria-invalid={errors[`${field}.name`] ? true : undefined}
                aria-describedby={described}
                placeholder="x-api-key"
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-[14px]"
              />
              <Input
                name={`${field}.value`}
                type="password"
                value={row.value}
                onChange={({ target }) => change(row.key, { value: target.value })}
                aria-label={`Value of header ${index + 1}`}
                aria-invalid={errors[`${field}.value`] ? true : undefined}
                aria-describedby={described}
                placeholder={row.isKept ? "kept, not shown" : "its value"}
                autoComplete="new-password"
              />
              <Button
                variant="quiet"
                aria-label={`Remove header ${index + 1}`}
                icon={<X aria-hidden className="size-4" strokeWidth={1.5} />}
                onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              />
            </div>
            <FieldNote id={field} error={error} />
          </div>
        );
      })}
      <FieldNote id="customHeaders" error={errors.customHeaders?.[0]} />
      {rows.length < headersMax && (
        <span>
          <Button size="s" onClick={add}>
            Add a header
          </Button>
        </span>
      )}
    </fieldset>
  );
}
