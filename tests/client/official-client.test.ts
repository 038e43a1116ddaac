import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import {
  AppointmentService,
  AuthService,
  CartService,
  CheckoutService,
  LocationService,
  OpencalsApiError,
  OrderService,
  PaymentService,
  ProductCollectionService,
  ProductService,
  SelfService,
  setupOpencals,
  StaffMemberService,
  StoreService,
} from "@opencals/storefront-sdk";
import { dayFromNow, openStorefront, type Storefront } from "@/tests/support/bookable-storefront";
import { makeCollection } from "@/tests/support/factories/catalog";
import { serveStorefront } from "@/tests/support/serve-storefront";

const baseUrl = await serveStorefront();
let storefront: Storefront;
beforeEach(async () => {
  storefront = await openStorefront(baseUrl);
  // The client is one per process; the key that was set last is the one it sends.
  setupOpencals({ baseUrl, apiKey: storefront.key, throwOnError: true });
});

const customer = {
  email: "ada@example.com",
  externalId: "ada@example.com",
  firstName: "Ada",
  lastName: "Lovelace",
};
const scheduled = { customer, appointmentsSettings: { markAsScheduled: true } };
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

async function slotsOf(productId: string) {
  const { data = [] } = await ProductService.getCurrentAvailabilities({
    path: { productId },
    query: { date: dayFromNow(2), timezone: "Europe/Brussels" },
  });
  return data;
}

async function cartWithHold() {
  const { data: products } = await ProductService.list();
  const { data: product } = await ProductService.getBySlug({ path: { slug: products!.data[0]!.slug } });
  const [slot] = await slotsOf(product!.id);
  const { data: cart } = await CartService.createOrGet({ headers: { "X-Cart-Id": "" } });
  const { productId, fromDate, fromTime, toDate, toTime, staffMemberIds, locationIds } = slot!;
  const { data: appointment } = await AppointmentService.create({
    body: {
      slot: {
        ...{ productId, fromDate, fromTime, toDate, toTime },
        staffMemberId: staffMemberIds![0]!,
        locationId: locationIds![0]!,
      },
      cartId: cart!.id,
      customer,
    },
  });
  return { slot: slot!, appointment: appointment!, headers: { "X-Cart-Id": cart!.id } };
}

const eventTypes = async () =>
  (await db().event.findMany({ where: { storeId: storefront.store.id }, orderBy: { position: "asc" } })).map(
    ({ type }) => type,
  );

test("the official client books for cash, from the catalogue to its customer's own account", async () => {
  const { data: settings } = await StoreService.getStorePublicSettings();
  expect(settings!.currency).toBe("EUR");
  const { slot, appointment, headers } = await cartWithHold();
  expect(appointment.status).toBe("pending");
  expect((await slotsOf(slot.productId)).map(({ fromTime }) => fromTime)).not.toContain(slot.fromTime);

  const { data: cart } = await CartService.get({ headers });
  expect(cart!.total).toBe(45);
  expect(cart!.items[0]!.appointmentId).toBe(appointment.id);
  const { data: providers } = await PaymentService.getAvailableProviders({ headers });
  expect(providers!.map(({ name }) => name)).toContain("cash");

  const { data: start } = await CheckoutService.start({ headers, body: { provider: "cash", customer } });
  expect(start).toMatchObject({ provider: "cash", invalidItemIds: [], revivedItemIds: [] });
  const { data: submitted } = await CheckoutService.submit({ headers, body: scheduled });
  expect(submitted!.order).toMatchObject({ total: 45, dueToPay: 45, paymentStatus: "unpaid" });
  expect(await eventTypes()).toEqual(["appointment.created"]);

  const account = { headers: bearer(submitted!.auth!.accessToken) };
  const { data: appointments } = await AppointmentService.list(account);
  expect(appointments!.data.map(({ id, status }) => [id, status])).toEqual([[appointment.id, "scheduled"]]);
  const { data: found } = await AppointmentService.find({
    ...account,
    path: { appointmentId: appointment.id },
  });
  expect(found!.order!.id).toBe(submitted!.order.id);
  const { data: orders } = await OrderService.list(account);
  expect(orders!.data.map(({ id }) => id)).toEqual([submitted!.order.id]);
  const { data: order } = await OrderService.find({ ...account, path: { orderId: submitted!.order.id } });
  expect(order!.lineItems[0]!.appointment!.id).toBe(appointment.id);

  const { data: fresh } = await AuthService.refresh({ headers: bearer(submitted!.auth!.refreshToken) });
  const { data: profile } = await SelfService.getProfile({ headers: bearer(fresh!.accessToken) });
  expect(profile!.email).toBe(customer.email);
});

async function startOnline(headers: { "X-Cart-Id": string }) {
  const { data } = await CheckoutService.start({ headers, body: { provider: "stripe", customer } });
  return data!;
}

/** Where the page's buttons lead. The page itself is drawn by Next, so it is no part of this server. */
function decide(redirectUrl: string, decision: string) {
  const { pathname, search } = new URL(redirectUrl);
  const body = new URLSearchParams({ decision });
  return fetch(baseUrl + pathname + search, { method: "POST", body, redirect: "manual" });
}

test("paying on the test provider's page makes a paid order, once", async () => {
  const { headers } = await cartWithHold();
  const { redirectUrl } = await startOnline(headers);
  const paid = await decide(redirectUrl!, "pay");
  expect(paid.status).toBe(303);
  expect(redirectUrl).toContain(paid.headers.get("location"));

  const { data: first } = await CheckoutService.submit({ headers, body: scheduled });
  expect(first!.order).toMatchObject({ total: 45, paidTotal: 45, dueToPay: 0, paymentStatus: "paid" });
  const { data: second } = await CheckoutService.submit({ headers, body: scheduled });
  expect(second!.order.id).toBe(first!.order.id);
  expect((await eventTypes()).sort()).toEqual(["appointment.created", "order.paid"]);
});

test.each(["decline", undefined])(
  "a checkout whose payment was not made (%s) leaves neither an order nor an event",
  async (decision) => {
    const { headers } = await cartWithHold();
    const { redirectUrl } = await startOnline(headers);
    if (decision) expect((await decide(redirectUrl!, decision)).status).toBeLessThan(400);
    const submit = CheckoutService.submit({ headers, body: scheduled });
    await expect(submit).rejects.toBeInstanceOf(OpencalsApiError);
    expect(await db().order.count({ where: { storeId: storefront.store.id } })).toBe(0);
    expect(await eventTypes()).toEqual([]);
  },
);

test("a slot that somebody took meanwhile is a 409 that the client knows as such", async () => {
  const { slot } = await cartWithHold();
  const { productId, fromDate, fromTime, toDate, toTime } = slot;
  const again = AppointmentService.create({
    body: { slot: { productId, fromDate, fromTime, toDate, toTime } },
  });
  await expect(again).rejects.toMatchObject({
    status: 409,
    message: expect.stringMatching(/not available/),
  });
});

test("the client's form errors name each field", async () => {
  const failure: unknown = await AuthService.signUp({ body: { email: "nobody", password: "short" } }).catch(
    (error) => error,
  );
  expect((failure as OpencalsApiError).toFieldErrors()).toEqual({
    email: expect.any(String),
    password: expect.any(String),
  });
});

test("everything in the catalogue is listed and found again", async () => {
  const { store, product, location, staffMember } = storefront;
  const collection = await makeCollection({ storeId: store.id, productIds: [product.id] });
  expect((await ProductService.get({ path: { productId: product.id } })).data!.id).toBe(product.id);
  expect((await LocationService.list()).data!.data[0]!.id).toBe(location.id);
  expect((await LocationService.get({ path: { locationId: location.id } })).data!.slug).toBe(location.slug);
  expect((await LocationService.getBySlug({ path: { slug: location.slug } })).data!.id).toBe(location.id);
  expect((await StaffMemberService.list()).data!.data[0]!.id).toBe(staffMember.id);
  expect((await StaffMemberService.getBySlug({ path: { slug: staffMember.slug } })).data!.id).toBe(
    staffMember.id,
  );
  expect((await ProductCollectionService.list()).data!.data[0]!.id).toBe(collection.id);
  const { data: found } = await ProductCollectionService.getBySlug({ path: { slug: collection.slug } });
  expect(found!.products.map(({ id }) => id)).toEqual([product.id]);
});
