import { beforeAll, describe, expect, test } from "vitest";
import { captureOrder, completeAppointments, markOrderPaid, refundOrder } from "@/lib/booking";
import { db } from "@/lib/platform/db";
import {
  book,
  customer,
  fillCart,
  freeSlots,
  openStorefront,
  withCart,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import { customerBearer } from "@/tests/support/customer-bearer";
import { letEnd } from "@/tests/support/factories/appointment";
import { makeLocation, makeProduct, makeStaffMember } from "@/tests/support/factories/catalog";
import { makeMember } from "@/tests/support/factories/member";
import { orderFacts } from "@/tests/support/facts";
import { serveStorefront } from "@/tests/support/serve-storefront";

const baseUrl = await serveStorefront();

type Answered = { body: { data: { id: string }[]; meta: object } };
const idsOf = ({ body }: Answered) => body.data.map(({ id }) => id);

/** Pays by card at the test provider and submits; the guest's first order brings a token. */
async function bookByCard(storefront: Storefront) {
  const { call } = storefront;
  const { headers } = await fillCart(storefront);
  const start = await call("/cart/checkout/start", { headers, body: { provider: "stripe", customer } });
  const { pathname, search } = new URL(start.body.redirectUrl);
  const decision = new URLSearchParams({ decision: "pay" });
  await fetch(baseUrl + pathname + search, { method: "POST", body: decision, redirect: "manual" });
  const submitted = await call("/cart/checkout/submit", { headers, body: { customer } });
  return {
    order: submitted.body.order,
    signedIn: { headers: { authorization: `Bearer ${submitted.body.auth.accessToken}` } },
  };
}

describe("a customer's orders over HTTP", () => {
  /** Three orders of one customer: the first paid, the second refunded in part, the third completed and unpaid. */
  async function openHistory() {
    const storefront = await openStorefront(baseUrl);
    const { store } = storefront;
    const { ctx: owner } = await makeMember({ storeId: store.id });
    const slots = await freeSlots(storefront);
    let signedIn: { authorization?: string } = {};
    const orders = [];
    for (const index of [0, 4, 8]) {
      const { order, authorization } = await book(storefront, slots[index], signedIn);
      signedIn = { authorization };
      orders.push(order);
    }
    const [paid, refunded, completed] = orders;
    for (const { id } of [paid, refunded]) await markOrderPaid(owner, { orderId: id, gateway: "cash" });
    await refundOrder(owner, { orderId: refunded.id, amountMinor: 1250 });
    await letEnd(completed.lineItems[0].appointmentId);
    await completeAppointments();
    await book(storefront, slots[12]);
    return { ...storefront, signedIn, paid, refunded, completed };
  }
  let history: Awaited<ReturnType<typeof openHistory>>;
  beforeAll(async () => {
    history = await openHistory();
  });
  const list = (query: string) => history.call(`/orders?${query}`, { headers: history.signedIn });

  test("are theirs alone, in pages and in either order", async () => {
    const { paid, refunded, completed } = history;
    const first = await list("take=2");
    expect(idsOf(first)).toEqual([paid.id, refunded.id]);
    expect(first.body.meta).toMatchObject({ itemCount: 3, pageCount: 2, hasNextPage: true });
    expect(idsOf(await list("take=2&page=2"))).toEqual([completed.id]);
    for (const orderBy of ["createdAt", "customerId"])
      expect(idsOf(await list(`orderBy=${orderBy}&order=DESC&take=1`))).toEqual([completed.id]);
  });

  test("are narrowed by their statuses, which follow the money and the bookings", async () => {
    const { paid, refunded, completed } = history;
    expect(idsOf(await list("paymentStatuses=paid"))).toEqual([paid.id]);
    expect(idsOf(await list("paymentStatuses=unpaid&paymentStatuses=partially-paid"))).toEqual([
      refunded.id,
      completed.id,
    ]);
    expect(idsOf(await list("fulfillmentStatuses=fulfilled"))).toEqual([completed.id]);
    expect(idsOf(await list("fulfillmentStatuses=unfulfilled&paymentStatuses=paid"))).toEqual([paid.id]);
    expect(idsOf(await list("fulfillmentStatuses=partially-fulfilled"))).toEqual([]);
  });

  test("are narrowed by name, customer, service, staff member and location", async () => {
    const { paid, product, staffMember, location, store } = history;
    const other = { storeId: store.id };
    const strangers = {
      services: (await makeProduct(other)).id,
      staffMembers: (await makeStaffMember(other)).id,
      locations: (await makeLocation(other)).id,
      customers: "01936f0e-0000-7000-8000-000000000000",
    };
    const own = {
      ...{ services: product.id, staffMembers: staffMember.id, locations: location.id },
      customers: paid.customerId as string,
    };
    expect(idsOf(await list(`name=${paid.name}`))).toEqual([paid.id]);
    for (const [name, id] of Object.entries(strangers)) {
      expect(idsOf(await list(`${name}=${id}`))).toEqual([]);
      expect(idsOf(await list(`${name}=${id}&${name}=${own[name as keyof typeof own]}`))).toHaveLength(3);
    }
  });

  test.each([
    "paymentStatuses=free",
    "fulfillmentStatuses=done",
    "services=hair",
    "customers=ada",
    "take=1000",
  ])("refuse %s by name", async (query) => {
    const { status, body } = await list(query);
    expect(status).toBe(400);
    expect(body.errors[0].property).toContain(query.split("=")[0]);
  });

  test("show a refund in the order, and have no invoices", async () => {
    const { refunded, call, signedIn } = history;
    const { body } = await call(`/orders/${refunded.id}`, { headers: signedIn });
    expect(body).toMatchObject({
      ...{ refundedTotal: 12.5, balance: 32.5, refundStatus: "partially-refunded", dueToPay: 12.5 },
      refunds: [{ total: 12.5, lineItems: [], transactions: [{ type: "refund", amount: 12.5 }] }],
      logs: [{ title: "Paid" }, { title: "Refunded" }],
    });
    expect((await call(`/orders/${refunded.id}/invoices`, { headers: signedIn })).body).toEqual([]);
  });

  test("are nobody else's: another customer gets 404, a guest 401", async () => {
    const { paid, call, store } = history;
    const stranger = { authorization: await customerBearer(store.id) };
    for (const path of [`/orders/${paid.id}`, `/orders/${paid.id}/invoices`]) {
      expect((await call(path, { headers: stranger })).status).toBe(404);
      expect((await call(path)).status).toBe(401);
    }
    expect(idsOf(await call("/orders", { headers: stranger }))).toEqual([]);
  });
});

describe("a card payment over HTTP", () => {
  test("is captured by submit where the store captures automatically, and told of", async () => {
    const storefront = await openStorefront(baseUrl);
    const { order } = await bookByCard(storefront);
    expect(order).toMatchObject({ paidTotal: 45, paymentStatus: "paid", logs: [{ title: "Paid" }] });
    expect(await orderFacts(storefront.store.id)).toMatchObject([
      { type: "order.paid", subjectId: order.id },
    ]);
  });

  test("is only authorized where it is captured by hand, until the merchant does", async () => {
    const storefront = await openStorefront(baseUrl, { captureMethod: "manual" });
    const { call, store } = storefront;
    expect((await call("/payment/settings")).body.captureMethod).toBe("manual");
    const { order, signedIn } = await bookByCard(storefront);
    expect(order).toMatchObject({ paidTotal: 0, dueToPay: 45, transactions: [{ type: "authorization" }] });
    expect(await orderFacts(store.id)).toEqual([]);
    const { ctx: owner } = await makeMember({ storeId: store.id });
    await captureOrder(owner, { orderId: order.id });
    expect((await call(`/orders/${order.id}`, signedIn)).body).toMatchObject({ paidTotal: 45, dueToPay: 0 });
    expect(await orderFacts(store.id)).toMatchObject([{ type: "order.paid" }]);
  });

  test("that has run out is refused by submit, and the next start opens another one", async () => {
    const storefront = await openStorefront(baseUrl);
    const { call, store } = storefront;
    const { headers } = await fillCart(storefront);
    const start = () => call("/cart/checkout/start", { headers, body: { provider: "stripe", customer } });
    const first = await start();
    await db().cartPayment.update({
      where: { id: first.body.paymentId },
      data: { status: "authorized", authorizedUntil: new Date(Date.now() - 1_000) },
    });
    const { status, body } = await call("/cart/checkout/submit", { headers, body: { customer } });
    expect([status, body.errors[0].property]).toEqual([400, "payment"]);
    expect((await start()).body.paymentId).not.toBe(first.body.paymentId);
    expect(await db().event.count({ where: { storeId: store.id } })).toBe(0);
  });
});

describe("before a checkout is submitted", () => {
  test("who buys is noted, and submit needs it no more", async () => {
    const storefront = await openStorefront(baseUrl);
    const { call } = storefront;
    const [slot] = await freeSlots(storefront);
    const cart = await call("/cart", { method: "POST" });
    const { headers } = withCart(cart.body.id);
    await call("/appointments", { body: { slot, cartId: cart.body.id } });
    const saved = await call("/cart/checkout/save-customer", { headers, body: { customer } });
    expect(saved.body.customerId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call("/cart", { headers })).body).toMatchObject({
      customerId: saved.body.customerId,
      customerFirstName: customer.firstName,
    });
    await call("/cart/checkout/start", { headers, body: { provider: "cash" } });
    const { body } = await call("/cart/checkout/submit", { headers, body: {} });
    expect(body.order).toMatchObject({ customerId: saved.body.customerId, customerEmail: customer.email });
  });

  test("a customer without an address, of another cart or of none is refused by name", async () => {
    const storefront = await openStorefront(baseUrl);
    const { call, store } = storefront;
    const { headers } = await fillCart(storefront);
    const save = (body: object, at = headers) => call("/cart/checkout/save-customer", { headers: at, body });
    const known = await db().customer.create({
      data: { id: crypto.randomUUID(), storeId: store.id, email: "eve@example.com", externalId: "eve" },
    });
    const refused = async (answer: ReturnType<typeof save>) => {
      const { status, body } = await answer;
      return [status, body.errors[0].property];
    };
    expect(await refused(save({}))).toEqual([400, "customer"]);
    expect(await refused(save({ customer: { email: "nobody" } }))).toEqual([400, "customer.email"]);
    expect(await refused(save({ customer: { customerId: known.id } }))).toEqual([404, "customer.customerId"]);
    expect(await refused(save({ customer }, withCart("").headers))).toEqual([404, "X-Cart-Id"]);
  });

  test("no answers are asked for: none are taken, and one to an unknown question is refused", async () => {
    const storefront = await openStorefront(baseUrl);
    const { call } = storefront;
    const { headers } = await fillCart(storefront);
    const save = (answers: object[]) => call("/cart/checkout/save-answers", { headers, body: { answers } });
    expect((await call("/cart/checkout/questions/en", { headers })).body).toEqual([]);
    expect((await save([])).status).toBe(204);
    const { status, body } = await save([{ questionId: "q1", question: "Allergies?", answer: "None" }]);
    expect([status, body.errors[0].property]).toEqual([404, "answers.0.questionId"]);
  });
});
