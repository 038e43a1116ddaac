"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { FieldNote } from "@/components/ui/field";
import type { Outcome, Refusal } from "@/components/ui/outcome";
import { Panel, PanelFoot } from "@/components/ui/panel";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import type { BookingDetail } from "@/lib/booking/contract";
import type { Receivers } from "@/lib/webhooks/contract";
import { NotifyBox, notifyIn } from "./notify-box";
import { Sends } from "./sends";
import { SlotChoice, slotIn } from "./slot-choice";

type Slot = NonNullable<ReturnType<typeof slotIn>> & { staffMemberId?: string; locationId?: string };

type RescheduleFormProps = Omit<React.ComponentProps<typeof SlotChoice>, "products" | "error"> & {
  booking: BookingDetail;
  /** The booking's page. */
  bookingHref: string;
  receivers: Receivers;
  reschedule: (input: { id: string; slot: Slot; notifyCustomer: boolean }) => Promise<Outcome>;
};

/** Moves a booking to another slot. */
export function RescheduleForm({
  booking,
  bookingHref,
  receivers,
  reschedule,
  ...choice
}: RescheduleFormProps) {
  const router = useRouter();
  const toast = useToast();
  const { act, pending } = useAct();
  const [refusal, setRefusal] = useState<Refusal>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const slot = slotIn(form);
    if (!slot) return setRefusal({ refused: "", fields: { slot: ["Choose a time."] } });
    setRefusal(undefined);
    const { staff, location } = choice.query;
    const moved = {
      ...slot,
      ...(staff && { staffMemberId: staff }),
      ...(location && { locationId: location }),
    };
    const input = { id: booking.id, slot: moved, notifyCustomer: notifyIn(form) };
    if ((await act(() => reschedule(input), setRefusal)) === undefined) return;
    toast({ title: "Rescheduled.", text: `Appointment ${booking.name} has moved.` });
    router.push(bookingHref);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="contents">
      <Panel>
        <div className="desk:p-6 grid max-w-[720px] gap-6 p-3.5">
          <SlotChoice {...choice} error={refusal?.fields.slot?.[0]} />
          <NotifyBox customerName={booking.customerName} />
          <Sends type="appointment.rescheduled" receivers={receivers} />
          <FieldNote id="reschedule" error={refusal?.refused} />
        </div>
        <PanelFoot>
          <Button type="submit" variant="primary" busy={pending && "Rescheduling"}>
            Reschedule
          </Button>
          <ButtonLink variant="quiet" href={bookingHref}>
            Not now
          </ButtonLink>
        </PanelFoot>
      </Panel>
    </form>
  );
}
