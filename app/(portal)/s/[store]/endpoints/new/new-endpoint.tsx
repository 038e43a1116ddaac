"use client";

import { getFormProps, getInputProps, useForm } from "@conform-to/react";
import { startTransition, useActionState, useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field, FieldNote, Input, noteId } from "@/components/ui/field";
import { PageHead, Panel, PanelFoot } from "@/components/ui/panel";
import type { AddEndpointState } from "./actions";
import { EventTypePicker, type EventTypeOption } from "./event-type-picker";
import { SecretOnce } from "./secret-once";

type NewEndpointProps = {
  base: string;
  action: (last: AddEndpointState, form: FormData) => Promise<AddEndpointState>;
  eventTypes: EventTypeOption[];
};

type Values = { url: string; name: string; scope: string; eventTypes: string[] };

/** The form, and in its place the secret once the endpoint stands. */
export function NewEndpoint({ base, action, eventTypes }: NewEndpointProps) {
  const [state, submit, pending] = useActionState(action, {});
  const isSent = useRef(false);
  const [form, fields] = useForm<Values>({
    id: "new-endpoint",
    lastResult: state.result,
    defaultValue: { scope: "all" },
    // Dispatched by hand: React empties a form after its action, and what was entered must stay.
    onSubmit: (event, { formData }) => {
      event.preventDefault();
      // A second click arrives before the first has been drawn as busy.
      if (isSent.current) return;
      isSent.current = true;
      startTransition(() => submit(formData));
    },
  });
  useEffect(() => {
    if (!pending) isSent.current = false;
  }, [pending]);

  if (state.added) return <SecretOnce {...state.added} base={base} />;
  const { url, name } = fields;
  return (
    <form {...getFormProps(form)} action={submit} noValidate className="contents">
      <PageHead title="Add endpoint">
        <p className="text-ink-2 mt-1 max-w-[72ch]">
          A URL of yours that we send events to, each signed so that you can tell it is ours.
        </p>
      </PageHead>
      <Panel>
        <div className="desk:p-6 grid max-w-[640px] gap-6 p-3.5">
          <Field
            id={url.id}
            label="URL"
            error={url.errors?.[0]}
            hint="https, and reachable from the internet. We look up its name when you add it."
          >
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
          <EventTypePicker scope={fields.scope} chosen={fields.eventTypes} options={eventTypes} />
          <FieldNote id={form.id} error={form.errors?.[0]} />
        </div>
        <PanelFoot>
          <Button type="submit" variant="primary" busy={pending && "Adding"}>
            Add endpoint
          </Button>
          <ButtonLink variant="quiet" href={base}>
            Not now
          </ButtonLink>
        </PanelFoot>
      </Panel>
    </form>
  );
}
