import { getInputProps, getTextareaProps, type FieldMetadata } from "@conform-to/react";
import { Field, Input, noteId, Textarea } from "@/components/ui/field";
import type { AdvancedValues } from "./advanced-values";
import { EventTypePicker, type EventTypeOption } from "./event-type-picker";

export type EndpointValues = AdvancedValues & {
  url: string;
  name: string;
  description: string;
  scope: string;
  eventTypes: string[];
};

type EndpointFieldsProps = {
  fields: {
    url: FieldMetadata<string>;
    name: FieldMetadata<string>;
    description: FieldMetadata<string>;
    scope: FieldMetadata<string>;
    eventTypes: FieldMetadata<string[]>;
  };
  eventTypes: EventTypeOption[];
  urlHint: string;
};

/** What one decides of an endpoint, when adding it and later. */
export function EndpointFields({ fields, eventTypes, urlHint }: EndpointFieldsProps) {
  const { url, name, description } = fields;
  return (
    <>
      <Field id={url.id} label="URL" error={url.errors?.[0]} hint={urlHint}>
        <Input
          {...getInputProps(url, { type: "url" })}
          key={url.key}
          placeholder="https://hooks.example.com/opencals"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={noteId(url.id)}
          className="font-mono text-[14px]"
        />
      </Field>
      <Field id={name.id} label="Name" error={name.errors?.[0]} hint="Only you and your team see it.">
        <Input
          {...getInputProps(name, { type: "text" })}
          key={name.key}
          placeholder="Booking site"
          autoComplete="off"
          aria-describedby={noteId(name.id)}
        />
      </Field>
      <Field
        id={description.id}
        label="Description"
        error={description.errors?.[0]}
        hint="Optional: what runs there, and who looks after it. Up to 500 characters."
      >
        <Textarea
          {...getTextareaProps(description)}
          key={description.key}
          aria-describedby={noteId(description.id)}
        />
      </Field>
      <EventTypePicker scope={fields.scope} chosen={fields.eventTypes} options={eventTypes} />
    </>
  );
}
