"use client";

import { CalendarClock, Check } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Outcome } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import type { BookingDetail } from "@/lib/booking/contract";
import type { Receivers } from "@/lib/webhooks/contract";
import { NotifyBox, notifyIn } from "./notify-box";
import { Sends } from "./sends";
import { whenText } from "./when-text";

type ActOnBooking = (input: { id: string; notifyCustomer: boolean }) => Promise<Outcome>;

type BookingActionsProps = {
  booking: BookingDetail;
  /** Who hears of the cancellation. */
  receivers: Receivers;
  rescheduleHref: string;
  confirm: ActOnBooking;
  cancel: ActOnBooking;
  disabledReason?: string;
};

/** What the store can do with a booking that is not over. */
export function BookingActions({ booking, rescheduleHref, disabledReason, ...acts }: BookingActionsProps) {
  const { status } = booking;
  const calendar = <CalendarClock aria-hidden className="size-4" strokeWidth={1.5} />;
  if (status !== "pending" && status !== "scheduled") return null;
  return (
    <>
      <CancelBooking booking={booking} {...acts} disabledReason={disabledReason} />
      {disabledReason ? (
        <Button icon={calendar} disabledReason={disabledReason}>
          Reschedule…
        </Button>
      ) : (
        <ButtonLink icon={calendar} href={rescheduleHref}>
          Reschedule…
        </ButtonLink>
      )}
      {status === "pending" && (
        <ConfirmBooking booking={booking} confirm={acts.confirm} disabledReason={disabledReason} />
      )}
    </>
  );
}

type OneAct = Pick<BookingActionsProps, "booking" | "disabledReason">;

function ConfirmBooking({ booking, confirm, disabledReason }: OneAct & { confirm: ActOnBooking }) {
  const { id, name, customerName } = booking;
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Button
        variant="primary"
        icon={<Check aria-hidden className="size-4" strokeWidth={1.5} />}
        onClick={() => setOpen(true)}
        disabledReason={disabledReason}
      >
        Confirm…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Confirm appointment ${name}?`}
        verb="Confirm"
        busyVerb="Confirming"
        ask={(form) => confirm({ id, notifyCustomer: notifyIn(form) })}
        onDone={() => toast({ title: "Confirmed.", text: `Appointment ${name} is scheduled.` })}
      >
        <p>
          {customerName ?? "The customer"} comes on {whenText(booking)}.
        </p>
        <Sends />
        <NotifyBox customerName={customerName} />
      </Confirm>
    </>
  );
}

function CancelBooking({
  booking,
  cancel,
  receivers,
  disabledReason,
}: OneAct & { cancel: ActOnBooking; receivers: Receivers }) {
  const { id, name, customerName, order } = booking;
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)} disabledReason={disabledReason}>
        Cancel…
      </Button>
      <Confirm
        open={open}
        onOpenChange={setOpen}
        title={`Cancel appointment ${name}?`}
        verb="Cancel appointment"
        dismiss="Keep it"
        busyVerb="Canceling"
        danger
        ask={(form) => cancel({ id, notifyCustomer: notifyIn(form) })}
        onDone={() => toast({ title: "Canceled.", text: "Its time is free again." })}
      >
        <p>
          {whenText(booking)} becomes free at once. This cannot be taken back.
          {order && ` Money is not given back by it: refund order ${order.name} if it was paid.`}
        </p>
        <Sends type="appointment.canceled" receivers={receivers} />
        <NotifyBox customerName={customerName} />
      </Confirm>
    </>
  );
}
