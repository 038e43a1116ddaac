import { makeApiKey } from "./factories/api-key";
import { createStore } from "./factories/store";
import { callerOf } from "./storefront-caller";

/** A store where one can book, with a key of its own and a client that uses it. */
export async function openStorefront(baseUrl: string, input: Parameters<typeof createStore>[0] = {}) {
  const made = await createStore(input);
  const { key } = await makeApiKey({ storeId: made.store.id });
  return { ...made, key, call: callerOf(baseUrl, key) };
}
export type Storefront = Awaited<ReturnType<typeof openStorefront>>;

export const customer = { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" };

const dayMs = 86_400_000;
/** One for all of a file, should midnight pass meanwhile. */
const today = Date.now();
export const dayFromNow = (days: number) => new Date(today + days * dayMs).toISOString().slice(0, 10);

/** The free slots of a day as they can be sent back to hold one; of the day after tomorrow unless told. */
export async function freeSlots({ call, product }: Storefront, date = dayFromNow(2)) {
  const { body } = await call(`/products/${product.id}/current-availabilities?date=${date}`);
  return (body as FreeSlot[]).map(({ productId, fromDate, fromTime, toDate, toTime, ...free }) => ({
    ...{ productId, fromDate, fromTime, toDate, toTime },
    staffMemberId: free.staffMemberIds?.[0] ?? null,
    locationId: free.locationIds?.[0] ?? null,
  }));
}
type FreeSlot = {
  productId: string;
  fromDate: string;
  fromTime: string;
  toDate: string;
  toTime: string;
  staffMemberIds: string[] | null;
  locationIds: string[] | null;
};

export const withCart = (id: string) => ({ headers: { "x-cart-id": id } });

/** A cart that holds the first free slot. */
export async function fillCart(storefront: Storefront, slot?: FreeSlot | object, signedIn: SignedIn = {}) {
  const { call } = storefront;
  const cart = await call("/cart", { method: "POST", headers: signedIn });
  const cartId: string = cart.body.id;
  const chosen = slot ?? (await freeSlots(storefront))[0];
  const held = await call("/appointments", { headers: signedIn, body: { slot: chosen, cartId, customer } });
  if (held.status !== 201) throw new Error(`The slot was not held: ${JSON.stringify(held.body)}`);
  return { cartId, appointment: held.body, headers: { "x-cart-id": cartId, ...signedIn } };
}
type SignedIn = { authorization?: string };

/** A scheduled booking, paid at the appointment, and the token of the customer who made it: a new one unless `signedIn`. */
export async function book(storefront: Storefront, slot?: object, signedIn: SignedIn = {}) {
  const { call } = storefront;
  const { headers, appointment } = await fillCart(storefront, slot, signedIn);
  await call("/cart/checkout/start", { headers, body: { provider: "cash", customer } });
  const body = { customer, appointmentsSettings: { markAsScheduled: true } };
  const submitted = await call("/cart/checkout/submit", { headers, body });
  if (submitted.status !== 200) throw new Error(`It was not booked: ${JSON.stringify(submitted.body)}`);
  return {
    appointmentId: appointment.id as string,
    order: submitted.body.order,
    authorization: signedIn.authorization ?? `Bearer ${submitted.body.auth?.accessToken}`,
  };
}
