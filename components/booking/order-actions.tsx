"use client";

import { useId, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, Select } from "@/components/ui/field";
import type { Outcome } from "@/components/ui/outcome";
import { useToast, type ToastMessage } from "@/components/ui/toasts";
import type { StoreOrderDetail } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";
import type { Receivers } from "@/lib/webhooks/contract";
import { RefundOrder, type AskRefund } from "./refund-order";
import { Sends } from "./sends";

type OrderActionsProps = {
  order: StoreOrderDetail;
  /** Who hears of a payment that settles it, and of a refund. */
  paidReceivers: Receivers;
  refundReceivers: Receivers;
  capture: (input: { orderId: string }) => Promise<Outcome<{ failed: boolean }>>;
  markPaid: (input: { orderId: string; gateway: string }) => Promise<Outcome>;
  voidPayment: (input: { orderId: string }) => Promise<Outcome>;
  refund: AskRefund;
  disabledReason?: string;
};

/** What can be done with an order's money now. */
export function OrderActions(props: OrderActionsProps) {
  const { order, paidReceivers, refundReceivers, capture, markPaid, voidPayment, refund, disabledReason } =
    props;
  const { id: orderId, name, acts, currency, dueToPayMinor } = order;
  const money = (minor: number) => formatMoney(minor, currency);
  const gatewayId = useId();
  const common = { disabledReason };
  return (
    <>
      {acts.voidMinor > 0 && (
        <OneAct
          {...common}
          button="Void…"
          title={`Void the payment of order ${name}?`}
          verb="Void payment"
          busyVerb="Voiding"
          ask={() => voidPayment({ orderId })}
          done={() => ({ title: "Voided.", text: "Nothing is taken." })}
        >
          <p>{money(acts.voidMinor)} of the card is let go, and not taken. The order is still to be paid.</p>
          <Sends />
        </OneAct>
      )}
      {acts.refundMinor > 0 && (
        <RefundOrder
          {...common}
          order={order}
          receivers={refundReceivers}
          refund={refund}
          isPrimary={order.refundStatus === "refund-owed"}
        />
      )}
      {acts.markPaidMinor > 0 && (
        <OneAct
          {...common}
          button="Mark as paid…"
          isPrimary={order.refundedMinor === 0}
          title={`Mark order ${name} as paid?`}
          verb="Mark as paid"
          busyVerb="Marking"
          ask={(form) => markPaid({ orderId, gateway: String(form.get("gateway")) })}
          done={() => ({ title: "Paid.", text: `Order ${name} is settled.` })}
        >
          <p>{money(acts.markPaidMinor)} is due. Say how you got it; we take nothing.</p>
          <Field id={gatewayId} label="Paid">
            <Select id={gatewayId} name="gateway">
              <option value="cash">in cash</option>
              <option value="bank_transfer">by bank transfer</option>
            </Select>
          </Field>
          <Sends type="order.paid" receivers={paidReceivers} />
        </OneAct>
      )}
      {acts.captureMinor > 0 && (
        <OneAct
          {...common}
          button="Capture…"
          isPrimary
          title={`Capture the payment of order ${name}?`}
          verb={`Capture ${money(acts.captureMinor)}`}
          busyVerb="Capturing"
          ask={() => capture({ orderId })}
          done={({ failed }) =>
            failed
              ? { title: "Not captured.", text: "The card refused it.", tone: "failed" }
              : { title: "Captured.", text: `${money(acts.captureMinor)} is yours.` }
          }
        >
          <p>{money(acts.captureMinor)} is taken from the card that authorized it.</p>
          {acts.captureMinor === dueToPayMinor ? (
            <Sends type="order.paid" receivers={paidReceivers} />
          ) : (
            <Sends />
          )}
        </OneAct>
      )}
    </>
  );
}

type OneActProps<T> = {
  button: string;
  isPrimary?: boolean;
  disabledReason?: string;
  title: string;
  verb: string;
  busyVerb: string;
  children: ReactNode;
  ask: (form: FormData) => Promise<Outcome<T>>;
  done: (result: T) => ToastMessage;
};

function OneAct<T>({ button, isPrimary, disabledReason, done, ...dialog }: OneActProps<T>) {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Button
        variant={isPrimary ? "primary" : "plain"}
        onClick={() => setOpen(true)}
        disabledReason={disabledReason}
      >
        {button}
      </Button>
      <Confirm open={open} onOpenChange={setOpen} onDone={(result) => toast(done(result))} {...dialog} />
    </>
  );
}
