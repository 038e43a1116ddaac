import "server-only";
import { AppointmentService, CartService, type CartItem, type CartResponse } from "@opencals/storefront-sdk";
import { ask } from "./client";
import { isFailure } from "./storefront-error";
import type { Basket } from "./types";
import { toKept } from "./to-kept";

const cart = (id: string) => ({ headers: { "X-Cart-Id": id } });

/** Undefined once it has expired, or where nothing has this id. */
export async function readBasket(id: string): Promise<Basket | undefined> {
  return ask("live", (options) => CartService.get({ ...options, ...cart(id) })).then(
    ({ data }) => toBasket(data),
    (error: unknown) => {
      if (isFailure(error, "not-found")) return undefined;
      throw error;
    },
  );
}

/** The basket with this id while it is live, else a new one. */
export async function openBasket(id: string | undefined): Promise<Basket> {
  const { data } = await ask("live", (options) => CartService.createOrGet({ ...options, ...cart(id ?? "") }));
  return toBasket(data);
}

export type WantedTime = {
  variantId: string;
  from: string;
  to: string;
  personId: string | null;
  salonId: string | null;
  places: number;
};

/** Keeps a time in the basket. Throws `taken` when somebody was faster. */
export async function keepTime(basketId: string, wanted: WantedTime): Promise<void> {
  const { variantId, from, to, personId, salonId, places } = wanted;
  const [fromDate, fromTime] = splitInstant(from);
  const [toDate, toTime] = splitInstant(to);
  const slot = {
    ...{ productId: variantId, fromDate, fromTime, toDate, toTime },
    staffMemberId: personId,
    locationId: salonId,
  };
  await ask("live", (options) =>
    AppointmentService.create({ ...options, body: { slot, numberOfAttendees: places, cartId: basketId } }),
  );
}

/** Gives a kept time up; it is free for others at once. Already given up is no mistake. */
export async function giveUpTime(itemId: string): Promise<void> {
  await ask("live", (options) => CartService.removeItem({ ...options, path: { itemId } })).catch(
    (error: unknown) => {
      if (!isFailure(error, "not-found")) throw error;
    },
  );
}

/** Five minutes more for all that the basket keeps. */
export async function extendBasket(id: string): Promise<Basket> {
  const { data } = await ask("live", (options) => CartService.extendExpiration({ ...options, ...cart(id) }));
  return toBasket(data);
}

function toBasket(data: CartResponse): Basket {
  return {
    id: data.id,
    items: data.items.flatMap(toItem),
    expiresAt: data.expiresAt ?? new Date().toISOString(),
    total: data.total,
    currency: data.paymentCurrencyCode,
    customer: {
      firstName: data.customerFirstName ?? "",
      lastName: data.customerLastName ?? "",
      email: data.customerEmail ?? "",
      phone: data.customerPhone ?? "",
    },
    paidWith: data.payments.find(({ status }) => status === "authorized")?.id,
  };
}

const toItem = ({ id, appointment, discountedTotal }: CartItem) =>
  appointment ? [{ ...toKept(appointment), id, price: discountedTotal }] : [];

function splitInstant(instant: string): [day: string, time: string] {
  const iso = new Date(instant).toISOString();
  return [iso.slice(0, 10), iso.slice(11, 19)];
}
