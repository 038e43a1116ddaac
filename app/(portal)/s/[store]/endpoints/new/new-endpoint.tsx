"use client";

import { getFormProps, useForm } from "@conform-to/react";
import { Button, ButtonLink } from "@/components/ui/button";
import { FieldNote } from "@/components/ui/field";
import { PageHead, Panel, PanelFoot } from "@/components/ui/panel";
import { useSubmitOnce } from "@/components/ui/use-submit-once";
import { usualSettings } from "@/lib/webhooks/contract";
import { AdvancedFields } from "../advanced-fields";
import { advancedValues } from "../advanced-values";
import { EndpointFields, type EndpointValues } from "../endpoint-fields";
import type { EventTypeOption } from "../event-type-picker";
import type { NarrowingChoices } from "../narrowing";
import type { AddEndpointState } from "./actions";
import { SecretOnce } from "./secret-once";

type NewEndpointProps = {
  base: string;
  action: (last: AddEndpointState, form: FormData) => Promise<AddEndpointState>;
  eventTypes: EventTypeOption[];
  operationalTypes: EventTypeOption[];
  choices: NarrowingChoices;
};

const formId = "new-endpoint";

/** The form, and in its place the secret once the endpoint stands. */
export function NewEndpoint({ base, action, eventTypes, operationalTypes, choices }: NewEndpointProps) {
  const { state, submit, pending, onSubmit } = useSubmitOnce(action, {}, formId);
  const [form, fields] = useForm<EndpointValues>({
    id: formId,
    lastResult: state.result,
    defaultValue: { scope: "all", ...advancedValues(usualSettings) },
    onSubmit,
  });
  if (state.added) return <SecretOnce {...state.added} base={base} />;
  return (
    <form {...getFormProps(form)} action={submit} noValidate className="contents">
      <PageHead title="Add endpoint">
        <p className="text-ink-2 mt-1 max-w-[72ch]">
          A URL of yours that we send events to, each signed so that you can tell it is ours.
        </p>
      </PageHead>
      <Panel>
        <div className="desk:p-6 grid max-w-[640px] gap-6 p-3.5">
          <EndpointFields
            fields={fields}
            eventTypes={eventTypes}
            urlHint="https, and reachable from the internet. We look up its name when you add it."
          />
          <AdvancedFields
            fields={fields}
            now={usualSettings}
            choices={choices}
            operationalTypes={operationalTypes}
            errors={form.allErrors}
            saved=""
          />
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
