import { z } from "zod";
import type { Slot } from "../storefront/types";
import type { DetailName } from "./details";

/** What the page knew of a kept time; the store tells no more of one that was lost. */
export const Snapshot = z.object({
  id: z.string(),
  variantId: z.uuid(),
  slug: z.string(),
  picture: z.string(),
  title: z.string(),
  from: z.iso.datetime(),
  personId: z.uuid().nullable(),
  person: z.string().nullable(),
  salonId: z.uuid().nullable(),
  places: z.int().min(1),
  price: z.number(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A time that somebody else has now, with the nearest ones of its day. */
export type LostTime = Snapshot & { alternatives: Slot[] };

/** What the checkout answers when it does not go on. */
export type CheckoutState = {
  values?: Partial<Record<DetailName, string>>;
  errors?: Partial<Record<DetailName, string>>;
  message?: string;
  lost?: LostTime[];
};
