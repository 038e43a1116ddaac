"use client";

import { useRouter } from "next/navigation";
import { useId, useState, type FormEvent } from "react";
import { Field, Input, noteId, Textarea } from "@/components/ui/field";
import type { Outcome, Refusal } from "@/components/ui/outcome";
import { useToast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import type { Receivers } from "@/lib/webhooks/contract";
import { notifyIn } from "./notify-box";
import { SlotChoice, slotIn } from "./slot-choice";
import { SlotForm } from "./slot-form";

type BookFormProps = Omit<React.ComponentProps<typeof SlotChoice>, "error"> & {
  agendaHref: string;
  receivers: Receivers;
  book: (input: unknown) => Promise<Outcome<{ id: string; name: string }>>;
};

/** A booking that the store makes for a customer. */
export function BookForm({ agendaHref, receivers, book, ...choice }: BookFormProps) {
  const router = useRouter();
  const toast = useToast();
  const { act, pending } = useAct();
  const [refusal, setRefusal] = useState<Refusal>();
  const id = useId();
  const { product, staff, location } = choice.query;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const slot = slotIn(form);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const fields = {
      ...(!slot && { slot: [product ? "Choose a time." : "Choose what is booked, then a time."] }),
      ...(!text("email") && { email: ["Enter an e-mail address: we know customers by it."] }),
    };
    if (Object.keys(fields).length > 0) return setRefusal({ refused: "", fields });
    setRefusal(undefined);
    const booked = await act(
      () =>
        book({
          slot: { ...slot, productId: product, staffMemberId: staff ?? null, locationId: location ?? null },
          customer: {
            email: text("email"),
            firstName: text("firstName"),
            lastName: text("lastName"),
            phone: text("phone"),
          },
          internalNote: text("internalNote") || null,
          notifyCustomer: notifyIn(form),
        }),
      setRefusal,
    );
    if (!booked) return;
    toast({ title: "Booked.", text: `It is appointment ${booked.name}.` });
    router.push(`${agendaHref}/${booked.id}`);
  };
  const errorOf = (name: string) => (refusal?.fields[name] ?? refusal?.fields[`customer.${name}`])?.[0];
  const input = (name: string, label: string, props: React.ComponentProps<typeof Input> = {}) => (
    <Field id={`${id}-${name}`} label={label} error={errorOf(name)}>
      <Input
        id={`${id}-${name}`}
        name={name}
        autoComplete="off"
        aria-invalid={errorOf(name) ? true : undefined}
        aria-describedby={noteId(`${id}-${name}`)}
        {...props}
      />
    </Field>
  );
  return (
    <SlotForm
      submit={submit}
      choice={choice}
      refusal={refusal}
      customerName={null}
      sends={{ type: "appointment.created", receivers }}
      verb="Book"
      busy={pending && "Booking"}
      backHref={agendaHref}
    >
      <div className="desk:grid-cols-2 grid gap-4">
        {input("firstName", "First name")}
        {input("lastName", "Last name")}
        {input("email", "E-mail", { type: "email" })}
        {input("phone", "Phone", { type: "tel" })}
      </div>
      <Field
        id={`${id}-note`}
        label="Note"
        error={errorOf("internalNote")}
        hint="For you and your team; the customer does not see it."
      >
        <Textarea
          id={`${id}-note`}
          name="internalNote"
          maxLength={5000}
          aria-describedby={noteId(`${id}-note`)}
        />
      </Field>
    </SlotForm>
  );
}
