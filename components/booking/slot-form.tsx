"use client";

import type { ComponentProps, FormEvent, ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { FieldNote } from "@/components/ui/field";
import type { Refusal } from "@/components/ui/outcome";
import { Panel, PanelFoot } from "@/components/ui/panel";
import { NotifyBox } from "./notify-box";
import { Sends } from "./sends";
import { SlotChoice } from "./slot-choice";

type SlotFormProps = {
  submit: (event: FormEvent<HTMLFormElement>) => Promise<void>;
  choice: Omit<ComponentProps<typeof SlotChoice>, "error">;
  refusal: Refusal | undefined;
  /** Null: nobody knows yet whom it is for. */
  customerName: string | null;
  sends: ComponentProps<typeof Sends>;
  verb: string;
  /** "Booking", while it is under way. */
  busy: string | false;
  backHref: string;
  /** What else is asked, below the slot. */
  children?: ReactNode;
};

/** A time is chosen, it is said whom that tells, and then it is done. */
export function SlotForm(props: SlotFormProps) {
  const { submit, choice, refusal, customerName, sends, verb, busy, backHref, children } = props;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="contents">
      <Panel>
        <div className="desk:p-6 grid max-w-[720px] gap-6 p-3.5">
          <SlotChoice {...choice} error={refusal?.fields.slot?.[0]} />
          {children}
          <NotifyBox customerName={customerName} />
          <Sends {...sends} />
          <FieldNote id="slot-form" error={refusal?.refused} />
        </div>
        <PanelFoot>
          <Button type="submit" variant="primary" busy={busy}>
            {verb}
          </Button>
          <ButtonLink variant="quiet" href={backHref}>
            Not now
          </ButtonLink>
        </PanelFoot>
      </Panel>
    </form>
  );
}
