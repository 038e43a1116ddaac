import { z } from "zod";

const Booked = z.object({
  from: z.iso.datetime(),
  product: z.object({ title: z.string() }),
  customer: z.object({ firstName: z.string().nullish(), lastName: z.string().nullish() }).nullish(),
});

/** What we read of an event; it says much more. */
const Event = z.object({
  type: z.string(),
  // Null of an event sent by hand and of those about the endpoint itself.
  sequence: z.number().nullish(),
  data: z.object({ appointment: Booked.optional(), order: z.object({ name: z.string() }).optional() }),
});

export type Told = { type: string; sequence?: number | null; about: string; at?: string };

/** An event in a few words. Undefined for a body that is no event as we know it. */
export function tell(rawBody: string): Told | undefined {
  try {
    const { type, sequence, data } = Event.parse(JSON.parse(rawBody));
    const { appointment, order } = data;
    if (!appointment) return { type, sequence, about: order ? `Order ${order.name}` : "" };
    const { firstName, lastName } = appointment.customer ?? {};
    const who = [firstName, lastName].filter(Boolean).join(" ");
    return {
      type,
      sequence,
      about: who ? `${appointment.product.title}, ${who}` : appointment.product.title,
      at: appointment.from,
    };
  } catch {
    return undefined;
  }
}
