"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { Time } from "@/components/ui/time";
import { useToast } from "@/components/ui/toasts";
import { formatPlural } from "@/lib/platform/format-figure";
import { heldChoices, type HeldChoice } from "@/lib/webhooks/contract";
import { ReasonField, reasonIn } from "./reason-field";

export type Enable = (input: {
  id: string;
  held: HeldChoice;
  reason: string;
}) => Promise<Outcome<{ count: number }>>;

type EnableEndpointProps = {
  endpoint: { id: string; name: string; heldCount: number; disabledAt: string | null };
  enable: Enable;
  size?: "s" | "m";
  disabledReason?: string;
  /** The store that support acts for, and to which it says why. */
  onBehalfOf?: string;
};

/** Enables it after asking what becomes of what is held for it. */
export function EnableEndpoint(props: EnableEndpointProps) {
  const { endpoint, enable, size, disabledReason, onBehalfOf } = props;
  const { id, name, heldCount, disabledAt } = endpoint;
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const events = `${formatPlural(heldCount, "event")} ${heldCount === 1 ? "is" : "are"}`;
  return (
    <>
      <Button size={size} onClick={() => setOpen(true)} disabledReason={disabledReason}>
        Enable…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Enable ${name}${onBehalfOf ? ` for ${onBehalfOf}` : ""}?`}
        verb="Enable"
        busyVerb="Enabling"
        ask={(form) =>
          enable({
            id,
            held: form.get("held") === "discard" ? "discard" : "catch-up",
            reason: reasonIn(form),
          })
        }
        onDone={({ count }) => toast({ title: `${name} is enabled.`, text: followed(count) })}
      >
        {(fields) => (
          <>
            {heldCount === 0 ? (
              <p>Nothing is held for it. Events from now on are sent.</p>
            ) : (
              <>
                <p>
                  {events} held{disabledAt && <> since {<Time iso={disabledAt} as="planned" />}</>}.
                </p>
                <fieldset className="grid gap-1.5">
                  <legend className="sr-only">What becomes of them</legend>
                  {heldChoices.map((choice) => (
                    <label key={choice} className="desk:min-h-9 flex min-h-11 items-start gap-2.5">
                      <input
                        type="radio"
                        name="held"
                        value={choice}
                        defaultChecked={choice === "catch-up"}
                        className="mt-[3px] size-4"
                      />
                      <span>
                        <b className="text-ink block font-semibold">{choices[choice].word}</b>
                        {choices[choice].what(heldCount)}
                      </span>
                    </label>
                  ))}
                </fieldset>
              </>
            )}
            {onBehalfOf && <ReasonField storeName={onBehalfOf} error={fields.reason?.[0]} />}
          </>
        )}
      </Confirm>
    </>
  );
}

const choices: Record<HeldChoice, { word: string; what: (count: number) => string }> = {
  "catch-up": {
    word: "Catch up",
    what: (count) =>
      `Send ${count === 1 ? "it" : `the ${formatPlural(count, "delivery")}`} now, oldest first.`,
  },
  discard: {
    word: "Discard",
    what: (count) =>
      `${count === 1 ? "It becomes" : `The ${formatPlural(count, "delivery")} become`} canceled. Its server never hears of ${count === 1 ? "it" : "them"}.`,
  },
};

const followed = (count: number) =>
  count === 0 ? undefined : `${formatPlural(count, "held delivery")} followed your choice.`;
