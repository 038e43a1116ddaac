"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, FieldNote, Input, noteId } from "@/components/ui/field";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import type { StoreOrderDetail } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";
import type { Receivers } from "@/lib/webhooks/contract";
import { RefundLines } from "./refund-lines";
import { sayRefund } from "./say-order";
import { Sends } from "./sends";

/** As it was entered: amounts and quantities are judged by whoever gets them. */
export type RefundForm = {
  orderId: string;
  reason: string;
  amount?: string;
  lines?: { lineId: string; quantity: string }[];
};
export type AskRefund = (form: RefundForm) => Promise<Outcome<{ totalMinor: number }>>;

type RefundOrderProps = {
  order: StoreOrderDetail;
  receivers: Receivers;
  refund: AskRefund;
  isPrimary: boolean;
  disabledReason?: string;
};

const ways = { full: "All that remains", lines: "By line", amount: "An amount" } as const;
type Way = keyof typeof ways;

/** Gives money back: all of it, what lines cost, or an amount. */
export function RefundOrder({ order, receivers, refund, isPrimary, disabledReason }: RefundOrderProps) {
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<Way>("full");
  const toast = useToast();
  const refundable = order.lines.filter(({ quantity, refundedQuantity }) => quantity > refundedQuantity);
  const remains = formatMoney(order.acts.refundMinor, order.currency);
  const read = (form: FormData): RefundForm => ({
    orderId: order.id,
    reason: String(form.get("reason") ?? ""),
    ...(way === "amount" && { amount: String(form.get("amount") ?? "") }),
    ...(way === "lines" && {
      lines: refundable.map(({ id }) => ({ lineId: id, quantity: String(form.get(`line-${id}`) ?? "") })),
    }),
  });
  return (
    <>
      <Button
        variant={isPrimary ? "primary" : "plain"}
        onClick={() => setOpen(true)}
        disabledReason={disabledReason}
      >
        Refund…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Refund order ${order.name}?`}
        verb="Refund"
        busyVerb="Refunding"
        ask={(form) => refund(read(form))}
        onDone={({ totalMinor }) =>
          toast({ title: "Refunded.", text: `${formatMoney(totalMinor, order.currency)} goes back.` })
        }
      >
        {(fields) => (
          <>
            <p>{sayRefund(order)}</p>
            <fieldset className="grid gap-1.5">
              <legend className="sr-only">How much</legend>
              {(Object.keys(ways) as Way[]).map((one) => (
                <label key={one} className="desk:min-h-6 flex min-h-11 items-center gap-2.5">
                  <input
                    type="radio"
                    name="way"
                    value={one}
                    checked={way === one}
                    onChange={() => setWay(one)}
                    disabled={one === "lines" && refundable.length === 0}
                    className="size-4"
                  />
                  {ways[one]}
                  {one === "full" && <span className="text-ink-3">{remains}</span>}
                </label>
              ))}
            </fieldset>
            {way === "lines" && <RefundLines lines={refundable} currency={order.currency} fields={fields} />}
            {way === "amount" && (
              <Amount currency={order.currency} remains={remains} error={fields.amount?.[0]} />
            )}
            <Reason error={fields.reason?.[0]} />
            <FieldNote id="refund" error={fields.order?.[0]} />
            <Sends type="order.refunded" receivers={receivers} />
          </>
        )}
      </Confirm>
    </>
  );
}

function Amount({ currency, remains, error }: { currency: string; remains: string; error?: string }) {
  const id = useId();
  return (
    <Field id={id} label={`Amount in ${currency}`} hint={`At most ${remains}.`} error={error}>
      <Input
        id={id}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={noteId(id)}
        className="max-w-48"
      />
    </Field>
  );
}

function Reason({ error }: { error?: string }) {
  const id = useId();
  return (
    <Field id={id} label="Reason" hint="For you and your team; may stay empty." error={error}>
      <Input id={id} name="reason" maxLength={500} autoComplete="off" aria-describedby={noteId(id)} />
    </Field>
  );
}
