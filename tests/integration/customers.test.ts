import { decodeJwt, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import {
  getAppointment,
  getCart,
  getOrder,
  getProfile,
  listAppointments,
  listOrders,
  refreshTokens,
  signInCustomer,
  signUpCustomer,
  startCheckout,
  submitCheckout,
  updateProfile,
  verifyAccessToken,
} from "@/lib/booking";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import {
  ada,
  customer,
  guest,
  makeBookable,
  makeBooking,
  makeCartWith,
  slotOf,
} from "../support/factories/booking";
import { makeStore } from "../support/factories/store";

const account = { email: "noor@example.com", password: "correct horse", firstName: "Noor", lastName: "Bos" };
const page = { page: 1, take: 50, order: "ASC" } as const;
const unauthorized = { code: "unauthorized" };

async function makeAccount() {
  const { id: storeId } = await makeStore();
  await signUpCustomer(guest(storeId), account);
  const tokens = await signInCustomer(guest(storeId), account);
  return { storeId, tokens, customerId: await verifyAccessToken(storeId, tokens.accessToken) };
}

test("the eleventh guess at a customer's password is refused, right or wrong; other accounts are not", async () => {
  const { storeId } = await makeAccount();
  const guess = { ...account, password: "no" };
  for (let n = 1; n <= 10; n++)
    await expect(signInCustomer(guest(storeId), guess)).rejects.toMatchObject(unauthorized);
  await expect(signInCustomer(guest(storeId), account)).rejects.toMatchObject({ code: "throttled" });
  await makeAccount();
});

describe("an access token", () => {
  test("names its customer for half an hour", async () => {
    const { storeId, tokens, customerId } = await makeAccount();
    expect(await getProfile(customer(storeId, customerId))).toMatchObject({
      email: account.email,
      firstName: "Noor",
      password: null,
      isPasswordSet: true,
    });
    const { exp = 0, iat = 0 } = decodeJwt(tokens.accessToken);
    expect(exp - iat).toBe(1800);
  });

  test("opens no other store", async () => {
    const { tokens } = await makeAccount();
    const { id: elsewhere } = await makeStore();
    await expect(verifyAccessToken(elsewhere, tokens.accessToken)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(refreshTokens(guest(elsewhere), tokens)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not a refresh token, nor one that somebody else signed, nor an expired one", async () => {
    const { storeId, tokens, customerId } = await makeAccount();
    const signed = (key: string, expires: string) =>
      new SignJWT({ store: storeId, use: "access" })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(customerId)
        .setJti(newId())
        .setExpirationTime(expires)
        .sign(new TextEncoder().encode(key));
    const ours = process.env.CUSTOMER_TOKEN_SECRET!;
    const refused = [
      tokens.refreshToken,
      await signed("x".repeat(40), "1 h"),
      await signed(ours, "-1 s"),
      "nonsense",
      "",
    ];
    for (const token of refused)
      await expect(verifyAccessToken(storeId, token)).rejects.toMatchObject(unauthorized);
    await expect(refreshTokens(guest(storeId), { refreshToken: tokens.accessToken })).rejects.toMatchObject(
      unauthorized,
    );
  });
});

describe("a refresh token", () => {
  test("is used up by its use; coming back, it ends every token of its family", async () => {
    const { storeId, tokens } = await makeAccount();
    const second = await refreshTokens(guest(storeId), tokens);
    const third = await refreshTokens(guest(storeId), second);
    await expect(refreshTokens(guest(storeId), tokens)).rejects.toMatchObject(unauthorized);
    await expect(refreshTokens(guest(storeId), third)).rejects.toMatchObject(unauthorized);
  });

  test("gives one pair to many who use it at once", async () => {
    const { storeId, tokens } = await makeAccount();
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => refreshTokens(guest(storeId), tokens)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("of another sign-in lives on", async () => {
    const { storeId, tokens } = await makeAccount();
    const other = await signInCustomer(guest(storeId), account);
    await refreshTokens(guest(storeId), tokens);
    await expect(refreshTokens(guest(storeId), tokens)).rejects.toMatchObject(unauthorized);
    await expect(refreshTokens(guest(storeId), other)).resolves.toBeDefined();
  });
});

test("signing in says the same for a wrong password, an unknown address and another store's account", async () => {
  const { storeId } = await makeAccount();
  const { id: elsewhere } = await makeStore();
  const refused = await Promise.all([
    signInCustomer(guest(storeId), { ...account, password: "wrong" }).catch(String),
    signInCustomer(guest(storeId), { ...account, email: "nobody@example.com" }).catch(String),
    signInCustomer(guest(elsewhere), account).catch(String),
  ]);
  expect(new Set(refused).size).toBe(1);
  expect(refused[0]).toContain("Unauthorized");
});

test("a profile changes in what is given only", async () => {
  const { storeId, customerId } = await makeAccount();
  const ctx = customer(storeId, customerId);
  expect(await updateProfile(ctx, { phone: "+32 2 555 01 23" })).toMatchObject({
    firstName: "Noor",
    phone: "+32 2 555 01 23",
  });
  expect(await updateProfile(ctx, { phone: null })).toMatchObject({ firstName: "Noor", phone: null });
  await expect(getProfile(customer((await makeStore()).id, customerId))).rejects.toMatchObject(unauthorized);
});

describe("an e-mail address proves nothing", () => {
  test("a guest's bookings are not claimed by signing up with it, except by that guest", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { auth } = await makeBooking(ctx, { slot: slotOf(product) });
    const claim = { email: ada.email, password: "correct horse" };
    await expect(signUpCustomer(guest(storeId), claim)).rejects.toMatchObject({
      fields: [{ property: "email" }],
    });
    const self = customer(storeId, await verifyAccessToken(storeId, auth!.accessToken));
    await signUpCustomer(self, claim);
    await expect(signInCustomer(guest(storeId), claim)).resolves.toBeDefined();
  });

  test("booking under somebody's address opens nothing of theirs", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const first = await makeBooking(ctx, { slot: slotOf(product, { at: "09:00" }) });
    const owner = customer(storeId, first.order.customerId);
    await updateProfile(owner, { phone: "+32 2 555 01 23" });

    const { cartId, hold } = await makeCartWith(ctx, {
      slot: slotOf(product, { at: "11:00" }),
      customer: { email: ada.email, firstName: "Mallory" },
    });
    const started = await startCheckout(ctx, { cartId, provider: "cash" });
    const answer = await submitCheckout(ctx, { cartId });
    expect(answer.auth).toBeUndefined();
    for (const seen of [hold.customer, started.cart.customer, answer.order.customer])
      expect(seen).toMatchObject({ firstName: "Mallory", lastName: null, phone: null });
    expect(JSON.stringify([hold, started, answer])).not.toContain("555 01 23");
    expect(await getProfile(owner)).toMatchObject({ firstName: "Ada", lastName: "Maes" });
  });

  test("whoever booked first under an address sees nothing of what others book under it, until it is proven", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const first = await makeBooking(ctx, { slot: slotOf(product, { at: "09:00" }) });
    const self = customer(storeId, first.order.customerId);
    const other = await makeBooking(ctx, {
      slot: slotOf(product, { at: "11:00" }),
      buyer: { email: ada.email, firstName: "Augusta" },
    });
    const names = async () => (await listOrders(self, page)).items.map((order) => order.name);
    expect(await names()).toEqual([first.order.name]);
    expect((await listAppointments(self, page)).itemCount).toBe(1);
    const theirs = { orderId: other.order.id, appointmentId: other.hold.id };
    await expect(getOrder(self, theirs)).rejects.toMatchObject({ code: "not-found" });
    await expect(getAppointment(self, theirs)).rejects.toMatchObject({ code: "not-found" });
    await db().customer.updateMany({ where: { storeId }, data: { emailVerifiedAt: new Date() } });
    expect(await names()).toEqual([first.order.name, other.order.name]);
  });

  test("an address that was only typed into an abandoned cart is nobody's: the first order makes the customer", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const typed = { email: ada.email, firstName: "Mallory", phone: "+32 2 555 01 23" };
    const { cartId } = await makeCartWith(ctx, { slot: slotOf(product, { at: "09:00" }), customer: typed });
    await startCheckout(ctx, { cartId, provider: "cash", customer: typed });
    const { auth, order } = await makeBooking(ctx, { slot: slotOf(product, { at: "11:00" }) });
    const self = customer(storeId, await verifyAccessToken(storeId, auth!.accessToken));
    expect(await getProfile(self)).toMatchObject({ firstName: "Ada", lastName: "Maes", phone: null });
    expect(order.customer).toMatchObject({ firstName: "Ada", phone: null });
    expect((await submitCheckout(ctx, { cartId })).auth).toBeUndefined();
  });

  test("of two first orders at once under one address, one gets tokens", async () => {
    const { ctx, product } = await makeBookable();
    const answers = await Promise.all(
      ["09:00", "11:00", "13:00"].map((at) => makeBooking(ctx, { slot: slotOf(product, { at }) })),
    );
    expect(answers.filter(({ auth }) => auth)).toHaveLength(1);
  });

  test("a customer's id names only oneself, or whom one's own cart named", async () => {
    const { ctx, product, storeId } = await makeBookable();
    const { order } = await makeBooking(ctx, { slot: slotOf(product, { at: "09:00" }) });
    const { customerId } = order;
    const slot = slotOf(product, { at: "11:00" });
    await expect(makeCartWith(ctx, { slot, customer: { customerId } })).rejects.toMatchObject({
      fields: [{ property: "customer.customerId" }],
    });
    const own = await makeCartWith(customer(storeId, customerId), { slot, customer: { customerId } });
    expect(own.hold.customer).toMatchObject({ id: customerId, firstName: "Ada" });
    const { cartId, hold } = await makeCartWith(ctx, {
      slot: slotOf(product, { at: "13:00" }),
      customer: { email: "eve@example.com" },
    });
    await startCheckout(ctx, { cartId, provider: "cash", customer: { customerId: hold.customer!.id } });
    await expect(submitCheckout(ctx, { cartId })).resolves.toMatchObject({ auth: expect.any(Object) });
  });

  test("a guest who types an account's gets neither its tokens nor its name, and cannot change it", async () => {
    const { ctx, product, storeId } = await makeBookable();
    await signUpCustomer(ctx, account);
    const { cartId, hold } = await makeCartWith(ctx, {
      slot: slotOf(product),
      customer: { email: "NOOR@example.com ", firstName: "Mallory" },
    });
    const started = await startCheckout(ctx, { cartId, provider: "cash" });
    const answer = await submitCheckout(ctx, { cartId });
    expect(answer.auth).toBeUndefined();
    expect(answer.customer).toMatchObject({ email: account.email, firstName: "Mallory", hasPassword: true });
    const { createdAt } = await db().customer.findFirstOrThrow({ where: { storeId } });
    for (const seen of [hold.customer, started.cart.customer, answer.order.customer]) {
      expect(seen).toMatchObject({ email: account.email, firstName: "Mallory", lastName: null });
      expect(seen).toMatchObject({
        isPasswordSet: false,
        createdAt: expect.not.stringMatching(createdAt.toISOString()),
      });
    }
    expect(await db().customer.findMany({ where: { storeId } })).toMatchObject([{ firstName: "Noor" }]);
  });

  test("whoever signs in sees their own", async () => {
    const { ctx, product, storeId } = await makeBookable();
    await signUpCustomer(ctx, account);
    const { accessToken } = await signInCustomer(ctx, account);
    const self = customer(storeId, await verifyAccessToken(storeId, accessToken));
    const { cartId } = await makeCartWith(self, { slot: slotOf(product) });
    expect((await getCart(self, { cartId })).customer).toMatchObject({ firstName: "Noor" });
    await startCheckout(self, { cartId, provider: "cash" });
    const { auth, order } = await submitCheckout(self, { cartId });
    expect(auth).toBeUndefined();
    expect(order).toMatchObject({ customerFirstName: "Noor", customer: { firstName: "Noor" } });
  });
});

test("one customer per store and address, however many buy at once", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const times = ["09:00", "10:00", "11:00", "12:00"];
  await Promise.all(times.map((at) => makeBooking(ctx, { slot: slotOf(product, { at }) })));
  expect(await db().customer.count({ where: { storeId } })).toBe(1);
});
