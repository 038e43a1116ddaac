import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { makeApiKey } from "@/tests/support/factories/api-key";
import { makeStore } from "@/tests/support/factories/store";
import { serveStorefront } from "@/tests/support/serve-storefront";
import { callerOf } from "@/tests/support/storefront-caller";

const baseUrl = await serveStorefront();

async function newStore() {
  const store = await makeStore();
  const { key } = await makeApiKey({ storeId: store.id });
  return { store, call: callerOf(baseUrl, key) };
}

const ada = { email: "ada@example.com", password: "a long passphrase" };
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function signedIn() {
  const { store, call } = await newStore();
  expect((await call("/auth/sign-up", { body: { ...ada, firstName: "Ada" } })).status).toBe(204);
  const { status, body } = await call("/auth/sign-in", { body: ada });
  expect(status).toBe(200);
  return { store, call, tokens: body as { accessToken: string; refreshToken: string } };
}

test("signing up makes an account that can sign in and read its profile", async () => {
  const { store, call, tokens } = await signedIn();
  const { status, body } = await call("/self-service/profile", bearer(tokens.accessToken));
  expect(status).toBe(200);
  expect(body).toMatchObject({ storeId: store.id, email: ada.email, firstName: "Ada", password: null });
});

test("an e-mail address signs up once, whatever its case", async () => {
  const { call } = await signedIn();
  const { status, body } = await call("/auth/sign-up", { body: { ...ada, email: "ADA@example.com" } });
  expect(status).toBe(409);
  expect(body.errors[0].property).toBe("email");
});

test("a wrong password and an unknown address are refused in the same words", async () => {
  const { call } = await signedIn();
  const wrong = await call("/auth/sign-in", { body: { ...ada, password: "another one" } });
  const unknown = await call("/auth/sign-in", { body: { ...ada, email: "eve@example.com" } });
  expect(wrong.status).toBe(401);
  expect(unknown.body).toEqual(wrong.body);
});

test("an account of one store does not open another", async () => {
  await signedIn();
  const { call } = await newStore();
  expect((await call("/auth/sign-in", { body: ada })).status).toBe(401);
});

test("what a customer changes in their profile stays, and what they leave out is kept", async () => {
  const { call, tokens } = await signedIn();
  const { body } = await call("/self-service/profile", {
    method: "PUT",
    body: { lastName: "Lovelace" },
    ...bearer(tokens.accessToken),
  });
  expect(body).toMatchObject({ firstName: "Ada", lastName: "Lovelace" });
});

test("a refresh token gives a new pair once", async () => {
  const { call, tokens } = await signedIn();
  const fresh = await call("/auth/refresh", bearer(tokens.refreshToken));
  expect(fresh.status).toBe(200);
  expect((await call("/self-service/profile", bearer(fresh.body.accessToken))).status).toBe(200);
  expect((await call("/auth/refresh", bearer(tokens.refreshToken))).status).toBe(401);
});

test("neither token does the other's work", async () => {
  const { call, tokens } = await signedIn();
  expect((await call("/auth/refresh", bearer(tokens.accessToken))).status).toBe(401);
  expect((await call("/self-service/profile", bearer(tokens.refreshToken))).status).toBe(401);
});

test.each([
  ["no bearer", ""],
  ["an empty bearer", "Bearer "],
  ["nonsense", "Bearer nonsense"],
  ["another scheme", "Basic YTpi"],
])("an account route with %s is 401", async (_, authorization) => {
  const { call } = await newStore();
  const { status, body } = await call("/self-service/profile", { headers: { authorization } });
  expect(status).toBe(401);
  expect(body.message).toContain("Unauthorized");
});

test("an expired token is 401, and so is one that somebody else signed", async () => {
  const { store, call } = await newStore();
  const token = (secret: string, expires: string) =>
    new SignJWT({ store: store.id, use: "access" })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(newId())
      .setJti(newId())
      .setExpirationTime(expires)
      .sign(new TextEncoder().encode(secret));
  const expired = await token(env().CUSTOMER_TOKEN_SECRET, "-1 s");
  const forged = await token("somebody else's secret, somebody else's", "30 min");
  expect((await call("/self-service/profile", bearer(expired))).status).toBe(401);
  expect((await call("/self-service/profile", bearer(forged))).status).toBe(401);
});

test("a token of another store is 403", async () => {
  const { tokens } = await signedIn();
  const { call } = await newStore();
  expect((await call("/self-service/profile", bearer(tokens.accessToken))).status).toBe(403);
});

test("guessing passwords is slowed down", async () => {
  const { call } = await signedIn();
  const guesses = await Promise.all(
    Array.from({ length: 24 }, () => call("/auth/sign-in", { body: { ...ada, password: "a wrong guess" } })),
  );
  expect(guesses.some(({ status }) => status === 429)).toBe(true);
  expect((await call("/auth/sign-in", { body: ada })).status).toBe(429);
});
