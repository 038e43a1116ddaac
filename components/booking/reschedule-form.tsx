"use client";

import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { Outcome, Refusal } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import type { BookingDetail } from "@/lib/booking/contract";
import type { Receivers } from "@/lib/webhooks/contract";
import { notifyIn } from "./notify-box";
import { SlotChoice, slotIn } from "./slot-choice";
import { SlotForm } from "./slot-form";

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
    <SlotForm
      submit={submit}
      choice={choice}
      refusal={refusal}
      customerName={booking.customerName}
      sends={{ type: "appointment.rescheduled", receivers }}
      verb="Reschedule"
      busy={pending && "Rescheduling"}
      backHref={bookingHref}
    />
  );
}
