"use client";

import { getInputProps, type FieldMetadata } from "@conform-to/react";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Field, Input, noteId } from "@/components/ui/field";
import { capMax, describeRetries, rateMax, type EndpointSettings } from "@/lib/webhooks/contract";
import type { AdvancedValues } from "./advanced-values";
import { CheckField } from "./check-field";
import { CheckList } from "./check-list";
import type { EventTypeOption } from "./event-type-picker";
import { HeaderFields } from "./header-fields";
import type { NarrowingChoices } from "./narrowing";

type AdvancedFieldsProps = {
  fields: { [Name in keyof AdvancedValues]: FieldMetadata<AdvancedValues[Name]> };
  /** What holds now; of a new endpoint, what would. */
  now: EndpointSettings;
  choices: NarrowingChoices;
  operationalTypes: EventTypeOption[];
  /** All errors of the form, by the field's name. */
  errors: Record<string, string[]>;
  /** Changes with each save. */
  saved: string;
  /** Where its public keys are; once it signs by Ed25519. */
  jwksUrl?: string | undefined;
};

/** What most endpoints need not change, folded. */
export function AdvancedFields(props: AdvancedFieldsProps) {
  const { fields, now, choices, operationalTypes, errors, saved, jwksUrl } = props;
  const names = [...Object.keys(fields), "customHeaders"];
  const errorOf = (name: string) =>
    Object.entries(errors).find(([at]) => at.split(/[[.]/)[0] === name)?.[1][0];
  const hasError = names.some((name) => errorOf(name));
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen || hasError} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="rounded-control hover:bg-hover -ml-1 flex cursor-pointer list-none items-start gap-1 py-1.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="text-ink-3 mt-0.5 size-4 flex-none transition-transform duration-(--time-quick) [details[open]>summary>&]:rotate-90"
          strokeWidth={1.5}
        />
        <span>
          <span className="text-dense block font-[550]">Advanced</span>
          <span className="text-caption text-ink-3 block">
            Retries, rate, order, headers, Ed25519, narrowing, alerts about other endpoints
          </span>
        </span>
      </summary>
      <div className="grid gap-6 pt-4">
        <Field
          id={fields.retryDelays.id}
          label="Waits before each retry"
          error={errorOf("retryDelays")}
          hint={`Now: ${describeRetries(now.retryDelays)} Up to 14 waits of 5 s to 24 h, 7 days in all; “none” for one attempt, empty for the usual ones.`}
        >
          <Input
            {...getInputProps(fields.retryDelays, { type: "text" })}
            key={fields.retryDelays.key}
            aria-invalid={errorOf("retryDelays") ? true : undefined}
            aria-describedby={noteId(fields.retryDelays.id)}
            autoComplete="off"
          />
        </Field>
        <div className="desk:grid-cols-2 grid gap-6">
          <Field
            id={fields.cap.id}
            label="Requests at once"
            error={errorOf("cap")}
            hint={`Now: ${now.cap}. From 1 to ${capMax}.`}
          >
            <Input
              {...getInputProps(fields.cap, { type: "text" })}
              key={fields.cap.key}
              inputMode="numeric"
              aria-describedby={noteId(fields.cap.id)}
              autoComplete="off"
            />
          </Field>
          <Field
            id={fields.ratePerSecond.id}
            label="Requests per second"
            error={errorOf("ratePerSecond")}
            hint={`Now: ${now.ratePerSecond ?? "no limit"}. From 1 to ${rateMax}; empty for no limit.`}
          >
            <Input
              {...getInputProps(fields.ratePerSecond, { type: "text" })}
              key={fields.ratePerSecond.key}
              inputMode="numeric"
              placeholder="no limit"
              aria-describedby={noteId(fields.ratePerSecond.id)}
              autoComplete="off"
            />
          </Field>
        </div>
        <CheckField
          field={fields.ordered}
          label="Keep the events of a booking in order"
          hint={`Now: ${now.ordered ? "in order" : "each is sent at once"}. In order, one that fails holds back the later ones of its booking; other bookings flow on.`}
        />
        <HeaderFields names={now.customHeaders} saved={saved} errors={errors} />
        <div className="grid gap-2">
          <CheckField
            field={fields.signsEd25519}
            label="Sign by Ed25519 too"
            hint={`Now: ${now.signsEd25519 ? "on" : "off"}. A second signature that is verified with a public key, beside the one with your secret.`}
          />
          {jwksUrl && (
            <p className="text-caption text-ink-2 flex flex-wrap items-center gap-1 pl-[26px]">
              Its public keys: <span className="ident wrap-anywhere">{jwksUrl}</span>
              <CopyButton text={jwksUrl} what="the URL of the public keys" />
            </p>
          )}
        </div>
        <fieldset className="grid gap-2.5">
          <legend className="text-dense mb-1 font-[550]">Only events of</legend>
          <p className="text-caption text-ink-3">
            {describeNarrowing(now)} Where none is ticked, all count, also those to come. An order counts when
            any of its lines does.
          </p>
          {(["locationIds", "productIds", "staffMemberIds"] as const).map(
            (name) =>
              choices[name].length > 0 && (
                <CheckList
                  key={name}
                  field={fields[name]}
                  label={groups[name]}
                  choices={choices[name]}
                  error={errorOf(name)}
                />
              ),
          )}
        </fieldset>
        <fieldset className="grid gap-2.5">
          <legend className="text-dense mb-1 font-[550]">Events about your other endpoints</legend>
          <CheckList
            field={fields.operationalTypes}
            label={
              now.operationalTypes.length === 0 ? "Now: none" : `Now: ${now.operationalTypes.join(", ")}`
            }
            choices={operationalTypes.map(({ name, description }) => ({ id: name, name, description }))}
            error={errorOf("operationalTypes")}
          />
        </fieldset>
      </div>
    </details>
  );
}

const groups = { locationIds: "Locations", productIds: "Products", staffMemberIds: "Staff members" };

function describeNarrowing({ locationIds, productIds, staffMemberIds }: EndpointSettings): string {
  const counted = [
    [locationIds.length, "locations"],
    [productIds.length, "products"],
    [staffMemberIds.length, "staff members"],
  ] as const;
  const narrowed = counted.filter(([count]) => count > 0).map(([count, what]) => `${count} of the ${what}`);
  return narrowed.length === 0 ? "Now: all." : `Now: ${narrowed.join(", ")}.`;
}
