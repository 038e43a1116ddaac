import { z } from "zod";
import type { Tx } from "@/lib/platform/db";
import type { EventAbout } from "../events/event-about";

const named = { firstName: z.string().nullish(), lastName: z.string().nullish() };
const Person = z.object({ ...named, email: z.string().nullish() });

/** What a list tells of a payload; payloads of any API version are read, and what they lack is left out. */
const Payload = z.object({
  data: z.object({
    appointment: z
      .object({
        customer: Person.nullish(),
        product: z.object({ title: z.string() }).nullish(),
        staffMember: z.object(named).nullish(),
      })
      .optional(),
    order: z
      .object({ customer: Person.nullish(), total: z.number(), paymentCurrencyCode: z.string() })
      .optional(),
    refund: z.object({ total: z.number() }).optional(),
  }),
});

/** Whom and what these events are about, by event; those whose payload is gone, or not made yet, are missing. */
export async function readAbout(
  tx: Tx,
  storeId: string,
  eventIds: string[],
): Promise<Map<string, EventAbout>> {
  const payloads = await tx.eventPayload.findMany({ where: { storeId, eventId: { in: eventIds } } });
  return new Map(
    payloads.flatMap(({ eventId, body }) => {
      const about = aboutOf(body);
      return about ? [[eventId, about] as const] : [];
    }),
  );
}

/** The same of one payload; null where it does not say. */
export function aboutOf(body: string): EventAbout | null {
  const { data } = Payload.safeParse(JSON.parse(body));
  return data ? toAbout(data.data) : null;
}

function toAbout({ appointment, order, refund }: z.infer<typeof Payload>["data"]): EventAbout {
  const total = refund?.total ?? order?.total;
  return {
    customerName: nameOf(appointment?.customer ?? order?.customer),
    productTitle: appointment?.product?.title ?? null,
    staffMemberName: nameOf(appointment?.staffMember),
    amount:
      order && total !== undefined
        ? { total, of: refund ? order.total : null, currency: order.paymentCurrencyCode }
        : null,
  };
}

function nameOf(person: z.infer<typeof Person> | null | undefined): string | null {
  if (!person) return null;
  return [person.firstName, person.lastName].filter(Boolean).join(" ") || person.email || null;
}
