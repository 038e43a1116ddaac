import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/storefront";
import {
  book,
  fillCart,
  freeSlots,
  openStorefront,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import { customerBearer } from "@/tests/support/customer-bearer";
import { makeCollection } from "@/tests/support/factories/catalog";
import { serveStorefront } from "@/tests/support/serve-storefront";

/** What another store has, as somebody would ask for it with this store's key. */
type Theirs = Awaited<ReturnType<typeof everythingOf>>;
type Ask = { path: string; body?: unknown; cartId?: string };

/** For every operation that takes an id: how it is asked for another store's. A new operation has to be added here, or below. */
const askingFor: Record<string, (theirs: Theirs) => Ask[]> = {
  "product.get": ({ product }) => [{ path: `/products/${product.id}` }],
  "product.getBySlug": ({ product }) => [{ path: `/products/slug/${product.slug}` }],
  "product.getCurrentAvailabilities": ({ product, date }) => [
    { path: `/products/${product.id}/current-availabilities?date=${date}` },
  ],
  "product.getCurrentAvailabilitiesMerged": ({ product, date }) => [
    { path: `/products/${product.id}/current-availability-ranges?date=${date}` },
  ],
  "product.getNearestAvailability": ({ product }) => [
    { path: `/products/${product.id}/nearest-availability` },
  ],
  "product.listAddOns": ({ product }) => [{ path: `/products/${product.id}/add-ons` }],
  "product.listAddOnsBySlug": ({ product }) => [{ path: `/products/slug/${product.slug}/add-ons` }],
  "checkoutQuestion.listTranslations": ({ product }) => [
    { path: `/checkout-questions/${product.id}/translations/en` },
  ],
  "location.get": ({ location }) => [{ path: `/locations/${location.id}` }],
  "location.getBySlug": ({ location }) => [{ path: `/locations/slug/${location.slug}` }],
  "staffMember.getBySlug": ({ staffMember }) => [{ path: `/staff-members/slug/${staffMember.slug}` }],
  "productCollections.getBySlug": ({ collection }) => [
    { path: `/product-collections/slug/${collection.slug}` },
  ],
  "cart.get": ({ cartId }) => [{ path: "/cart", cartId }],
  "cart.extendExpiration": ({ cartId }) => [{ path: "/cart/extend", cartId }],
  "cart.removeItem": ({ itemId }) => [{ path: `/cart/items/${itemId}` }],
  "cart.addItem": ({ cartId, heldId, ourCartId }) => [
    { path: "/cart/items", cartId, body: { appointmentId: heldId } },
    { path: "/cart/items", cartId: ourCartId, body: { appointmentId: heldId } },
  ],
  "appointment.create": ({ slot, ourSlot, cartId, staffMember, location }) => [
    { path: "/appointments", body: { slot } },
    { path: "/appointments", body: { slot: ourSlot, cartId } },
    { path: "/appointments", body: { slot: { ...ourSlot, staffMemberId: staffMember.id } } },
    { path: "/appointments", body: { slot: { ...ourSlot, locationId: location.id } } },
  ],
  "appointment.find": ({ appointmentId }) => [{ path: `/appointments/${appointmentId}` }],
  "appointment.reschedule": ({ appointmentId, ourSlot }) => [
    { path: `/appointments/${appointmentId}/reschedule`, body: { slot: ourSlot } },
  ],
  "appointment.cancel": ({ appointmentId }) => [{ path: `/appointments/${appointmentId}/cancel`, body: {} }],
  "appointment.findByExternalOrderName": () => [{ path: "/appointments/by-external-order-name/1001" }],
  "order.find": ({ orderId }) => [{ path: `/orders/${orderId}` }],
  "checkout.start": ({ cartId }) => [{ path: "/cart/checkout/start", cartId, body: { provider: "cash" } }],
  "checkout.submit": ({ cartId }) => [{ path: "/cart/checkout/submit", cartId, body: {} }],
  "checkout.saveCustomer": ({ cartId }) => [
    { path: "/cart/checkout/save-customer", cartId, body: { customer: { email: "tim@aerts.example" } } },
  ],
  "checkout.saveAnswers": ({ cartId }) => [
    { path: "/cart/checkout/save-answers", cartId, body: { answers: [] } },
  ],
  "invoice.list": ({ orderId }) => [{ path: `/orders/${orderId}/invoices` }],
  "checkout.getCartQuestions": ({ cartId }) => [{ path: "/cart/checkout/questions/en", cartId }],
  "payment.getAvailableProviders": ({ cartId }) => [{ path: "/payment/providers", cartId }],
};

/** Operations that name no row: they list the store's own, or are about the caller. */
const naming = new Set(Object.keys(askingFor));
const namingNone = new Set([
  "store.getStorePublicSettings",
  "payment.getSettings",
  "product.list",
  "location.list",
  "staffMember.list",
  "productCollections.list",
  "cart.createOrGet",
  "auth.signIn",
  "auth.signUp",
  "auth.refresh",
  "selfService.getProfile",
  "selfService.updateProfile",
  "appointment.list",
  "order.list",
]);

let ours: Storefront;
let theirs: Theirs;
let authorization: string;

async function everythingOf(storefront: Storefront) {
  const { store, product } = storefront;
  const [slot] = await freeSlots(storefront);
  const { appointmentId, order } = await book(storefront, slot);
  const { cartId, appointment } = await fillCart(storefront);
  const cart = await storefront.call("/cart", { headers: { "x-cart-id": cartId } });
  return {
    ...storefront,
    collection: await makeCollection({ storeId: store.id, productIds: [product.id] }),
    appointmentId,
    orderId: order.id as string,
    cartId,
    heldId: appointment.id as string,
    itemId: cart.body.items[0].id as string,
    slot: (await freeSlots(storefront))[0]!,
    date: slot!.fromDate,
    ourSlot: (await freeSlots(ours))[0]!,
    ourCartId: (await fillCart(ours)).cartId,
  };
}

beforeAll(async () => {
  const baseUrl = await serveStorefront();
  ours = await openStorefront(baseUrl);
  theirs = await everythingOf(await openStorefront(baseUrl));
  authorization = await customerBearer(ours.store.id);
});

describe("another store's row is 404", () => {
  const asked = operations.filter(({ name }) => !namingNone.has(name));
  test.each(asked.map(({ name, method }) => [name, method]))("%s", async (name, method) => {
    expect(naming, `Say in this file how ${name} would ask for another store's row.`).toContain(name);
    for (const { path, body, cartId } of askingFor[name]!(theirs)) {
      const headers = { authorization, ...(cartId ? { "x-cart-id": cartId } : {}) };
      const answer = await ours.call(path, { method, headers, ...(body ? { body } : {}) });
      expect(answer, `${path} ${JSON.stringify(body)}`).toMatchObject({
        status: 404,
        body: { statusCode: 404 },
      });
    }
  });
});

test("what was asked for by another store is still there", async () => {
  const { call, cartId, itemId } = theirs;
  const cart = await call("/cart", { headers: { "x-cart-id": cartId } });
  expect(cart.body.items.map(({ id }: { id: string }) => id)).toEqual([itemId]);
  expect(cart.body.extensionsCount).toBe(0);
});

test("lists hold only the store's own, also when they are filtered by another store's ids", async () => {
  const ids = async (path: string) =>
    (await ours.call(path, { headers: { authorization } })).body.data.map(({ id }: { id: string }) => id);
  expect(await ids("/products")).toEqual([ours.product.id]);
  expect(await ids(`/products?locationId=${theirs.location.id}`)).toEqual([]);
  expect(await ids("/locations")).toEqual([ours.location.id]);
  expect(await ids("/staff-members")).toEqual([ours.staffMember.id]);
  expect(await ids("/product-collections")).toEqual([]);
  expect(await ids("/appointments")).toEqual([]);
  expect(await ids("/orders")).toEqual([]);
});

test("another store's cart is not opened but answered with a new one", async () => {
  const { status, body } = await ours.call("/cart", {
    method: "POST",
    headers: { "x-cart-id": theirs.cartId },
  });
  expect(status).toBe(201);
  expect(body.id).not.toBe(theirs.cartId);
  expect(body.storeId).toBe(ours.store.id);
});

test("another customer's appointment and order are 404 within one store too", async () => {
  const stranger = { headers: { authorization: await customerBearer(theirs.store.id) } };
  expect((await theirs.call(`/appointments/${theirs.appointmentId}`, stranger)).status).toBe(404);
  expect((await theirs.call(`/orders/${theirs.orderId}`, stranger)).status).toBe(404);
});
