import { expect, test } from "vitest";
import {
  findMembership,
  findSession,
  findStoreForSupport,
  findSupportSession,
  listStoresOf,
  requireManager,
  revokeSession,
  signIn,
} from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { makeSupportAgent } from "../support/factories/support-agent";

const from = (address: string) => ({ realm: "portal" as const, address, userAgent: "vitest" });

test("the right password opens a session that its holder can be read from", async () => {
  const store = await makeStore();
  const member = await makeMember({ storeId: store.id, name: "Tom Baert" });
  const { sessionId } = await signIn({
    email: member.email,
    password: member.password,
    ...from("192.0.2.1"),
  });
  const found = await findSession(sessionId, "portal");
  expect(found?.user).toEqual({ id: member.id, name: "Tom Baert", email: member.email });
});

test("a wrong password and an unknown account are refused in the same words", async () => {
  const store = await makeStore();
  const member = await makeMember({ storeId: store.id });
  const refusals = [
    { email: member.email, password: "not this" },
    { email: `${newId()}@nowhere.example`, password: "not this" },
  ];
  for (const refused of refusals)
    await expect(signIn({ ...refused, ...from("192.0.2.2") })).rejects.toThrow(
      "E-mail and password do not match.",
    );
});

test("a revoked session is signed out at its next use, and so is one of another realm or past its end", async () => {
  const store = await makeStore();
  const member = await makeMember({ storeId: store.id });
  const open = () => signIn({ email: member.email, password: member.password, ...from("192.0.2.3") });
  const [revoked, expired] = [await open(), await open()];
  await revokeSession(revoked.sessionId);
  await db().session.update({ where: { id: expired.sessionId }, data: { expiresAt: new Date(0) } });
  expect(await findSession(revoked.sessionId, "portal")).toBeNull();
  expect(await findSession(expired.sessionId, "portal")).toBeNull();
  const { sessionId } = await open();
  expect(await findSession(sessionId, "support")).toBeNull();
  expect(await findSession("not-an-id", "portal")).toBeNull();
});

test("the eleventh failure in a quarter of an hour is refused, even with the right password", async () => {
  const store = await makeStore();
  const member = await makeMember({ storeId: store.id });
  for (let attempt = 1; attempt <= 10; attempt++) {
    const address = `198.51.100.${attempt}`;
    await expect(signIn({ email: member.email, password: "no", ...from(address) })).rejects.toMatchObject({
      code: "unauthorized",
    });
  }
  const right = signIn({ email: member.email, password: member.password, ...from("198.51.100.99") });
  await expect(right).rejects.toMatchObject({ code: "throttled" });
});

test("an address that guesses across accounts is refused, and successes do not count against it", async () => {
  const store = await makeStore();
  const member = await makeMember({ storeId: store.id });
  const shared = from("203.0.113.7");
  for (let time = 1; time <= 11; time++)
    await signIn({ email: member.email, password: member.password, ...shared });
  for (let guess = 1; guess <= 10; guess++) {
    const email = `${newId()}@nowhere.example`;
    await expect(signIn({ email, password: "no", ...shared })).rejects.toMatchObject({
      code: "unauthorized",
    });
  }
  const next = signIn({ email: `${newId()}@nowhere.example`, password: "no", ...shared });
  await expect(next).rejects.toMatchObject({ code: "throttled" });
});

test("a member finds their own stores only; another store's slug looks like one that does not exist", async () => {
  const [own, other] = [await makeStore(), await makeStore()];
  const member = await makeMember({ storeId: own.id, role: "viewer" });
  await makeMember({ storeId: own.id, name: "Noor Peeters" });
  expect((await listStoresOf(member.id)).map((store) => store.slug)).toEqual([own.slug]);
  const membership = await findMembership(member.id, own.slug);
  expect(membership).toMatchObject({ store: { role: "viewer" }, ownerName: "Noor Peeters" });
  expect(await findMembership(member.id, other.slug)).toBeNull();
  for (const slug of ["no-such-store", "od\0ile"]) expect(await findMembership(member.id, slug)).toBeNull();
  expect(() => requireManager(membership!.ctx)).toThrow("You are a viewer");
});

test("only a support agent enters the support console; a member's right password is refused like a wrong one", async () => {
  const store = await makeStore();
  const member = await makeMember({ storeId: store.id });
  const agent = await makeSupportAgent({ name: "Sam Vermeulen" });
  const support = { ...from("192.0.2.4"), realm: "support" as const };
  const refused = signIn({ email: member.email, password: member.password, ...support });
  await expect(refused).rejects.toThrow("E-mail and password do not match.");

  const { sessionId } = await signIn({ email: agent.email, password: agent.password, ...support });
  const session = await findSupportSession(sessionId);
  expect(session?.user).toEqual({ id: agent.id, name: "Sam Vermeulen", email: agent.email });
  expect(await findStoreForSupport(session!, { slug: store.slug })).toEqual({
    ctx: { storeId: store.id, actor: { kind: "support", id: agent.id, name: "Sam Vermeulen" } },
    store: { id: store.id, slug: store.slug, name: store.name, timezone: store.timezone },
  });
  expect(await findStoreForSupport(session!, { slug: "no-such-store" })).toBeNull();
});

test("a session of one realm opens nothing of the other, and none outlives its agent's being one", async () => {
  const agent = await makeSupportAgent();
  const open = (realm: "portal" | "support") =>
    signIn({ email: agent.email, password: agent.password, ...from("192.0.2.5"), realm });
  const [portal, support] = [await open("portal"), await open("support")];
  expect(await findSession(support.sessionId, "portal")).toBeNull();
  expect(await findSupportSession(portal.sessionId)).toBeNull();
  expect(await findSupportSession(support.sessionId)).not.toBeNull();
  await db().supportAgent.delete({ where: { userId: agent.id } });
  expect(await findSupportSession(support.sessionId)).toBeNull();
});
