"use client";

import { getFormProps, useForm } from "@conform-to/react";
import { useEffect, useRef } from "react";
import { Button, Reason } from "@/components/ui/button";
import { FieldNote } from "@/components/ui/field";
import { Panel, PanelFoot, PanelHead } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toasts";
import { useSubmitOnce } from "@/components/ui/use-submit-once";
import type { EndpointListItem, EndpointSettings } from "@/lib/webhooks/contract";
import { AdvancedFields } from "../../advanced-fields";
import { advancedValues } from "../../advanced-values";
import { EndpointFields, type EndpointValues } from "../../endpoint-fields";
import type { EventTypeOption } from "../../event-type-picker";
import type { NarrowingChoices } from "../../narrowing";
import type { SettingsState } from "./actions";

type SettingsFormProps = {
  endpoint: EndpointListItem;
  save: (last: SettingsState, form: FormData) => Promise<SettingsState>;
  settings: EndpointSettings;
  eventTypes: EventTypeOption[];
  operationalTypes: EventTypeOption[];
  choices: NarrowingChoices;
  jwksUrl: string;
  disabledReason?: string;
};

const formId = "endpoint-settings";

/** What was entered stays while the page around it is drawn anew, and when somebody else saved first. */
export function SettingsForm(props: SettingsFormProps) {
  const { endpoint, settings, save, eventTypes, operationalTypes, choices, jwksUrl, disabledReason } = props;
  const { state, submit, pending, onSubmit } = useSubmitOnce(save, { version: endpoint.version }, formId);
  const toast = useToast();
  const shownVersion = useRef(state.version);
  useEffect(() => {
    if (shownVersion.current === state.version) return;
    shownVersion.current = state.version;
    toast({ title: "Saved.", text: "It holds from the next attempt on." });
  }, [state.version, toast]);
  const [form, fields] = useForm<EndpointValues>({
    id: formId,
    lastResult: state.result,
    defaultValue: {
      url: endpoint.url,
      name: endpoint.name,
      description: endpoint.description,
      scope: endpoint.eventTypes.length === 0 ? "all" : "some",
      eventTypes: endpoint.eventTypes,
      ...advancedValues(settings),
    },
    onSubmit,
  });
  const error = form.errors?.[0];
  return (
    <form {...getFormProps(form)} action={submit} noValidate className="contents">
      <Panel aria-labelledby="settings">
        <PanelHead id="settings" title="Settings" />
        <fieldset
          disabled={disabledReason !== undefined}
          className="desk:px-4.5 desk:pb-4.5 grid max-w-[640px] gap-6 px-3.5 pb-3.5"
        >
          <EndpointFields
            fields={fields}
            eventTypes={eventTypes}
            urlHint="https, and reachable from the internet. What waits goes to the new URL."
          />
          <AdvancedFields
            fields={fields}
            now={settings}
            choices={choices}
            operationalTypes={operationalTypes}
            errors={form.allErrors}
            saved={state.version}
            jwksUrl={settings.signsEd25519 ? jwksUrl : undefined}
          />
        </fieldset>
        <PanelFoot>
          {disabledReason ? (
            <Reason>{disabledReason}</Reason>
          ) : (
            <Button type="submit" variant="primary" busy={pending && "Saving"}>
              Save
            </Button>
          )}
          {error && (
            <>
              <FieldNote id={form.id} error={error} />
              <Button size="s" onClick={() => location.reload()}>
                Reload
              </Button>
            </>
          )}
        </PanelFoot>
      </Panel>
    </form>
  );
}
