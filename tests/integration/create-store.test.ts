import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createStore, createSupportAgent, findApiKey, listStoresOf, signIn } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeMember, memberPassword } from "../support/factories/member";
import { makeStore } from "../support/factories/store";

const someEmail = () => `${newId()}@people.example`;
const odile = (slug = `odile-${newId()}`, email = someEmail()) => ({
  name: "Odile",
  slug,
  currency: "EUR",
  timezone: "Europe/Brussels",
  owner: { email, name: "Ines Claes", password: memberPassword },
});
const from = { realm: "portal" as const, address: "192.0.2.77", userAgent: "vitest" };

/** One of the commands as an operator runs it, but from its source. */
async function run(program: string, args: string[], input = "") {
  const child = spawn(process.execPath, ["--import", "tsx", `worker/${program}.ts`, ...args]);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

test("one call makes a store, an owner who can sign in, and a key that opens its storefront", async () => {
  const input = odile();
  const { id, storefrontKey } = await createStore(input);
  const { userId } = await signIn({ email: input.owner.email, password: memberPassword, ...from });
  expect(await listStoresOf(userId)).toMatchObject([{ id, slug: input.slug, role: "owner" }]);
  expect(await findApiKey(storefrontKey)).toMatchObject({ storeId: id });
  const user = await db().user.findUniqueOrThrow({ where: { id: userId } });
  expect(user.passwordHash).toMatch(/^\$argon2id\$/);
});

test("of two who make the same store at once, one is refused and leaves nothing behind", async () => {
  const [first, second] = [odile("twice-made"), odile("twice-made")];
  const made = await Promise.allSettled([createStore(first), createStore(second)]);
  const refused = made.filter((one) => one.status === "rejected");
  expect(refused.map(({ reason }) => String(reason))).toEqual([
    "DomainError: There is a store twice-made already.",
  ]);
  const emails = [first.owner.email, second.owner.email];
  expect(await db().user.count({ where: { email: { in: emails } } })).toBe(1);
});

test("who has an account becomes the owner of a second store, and keeps name and password", async () => {
  const known = await makeMember({ storeId: (await makeStore()).id, name: "Noor Baert" });
  const input = odile(undefined, known.email.toUpperCase());
  const made = await createStore({ ...input, owner: { ...input.owner, password: "another password" } });
  expect(made.ownerIsNew).toBe(false);
  expect(await listStoresOf(known.id)).toHaveLength(2);
  await signIn({ email: known.email, password: known.password, ...from });
});

test("a support agent can be made once, of a member too, and enters the support console", async () => {
  const person = { email: someEmail(), name: "Sam Vermeulen", password: memberPassword };
  expect(await createSupportAgent(person)).toEqual({ isNew: true });
  await expect(createSupportAgent(person)).rejects.toThrow(`${person.email} is a support agent already.`);
  await signIn({ email: person.email, password: person.password, ...from, realm: "support" });
  const member = await makeMember({ storeId: (await makeStore()).id });
  expect(await createSupportAgent({ ...person, email: member.email })).toEqual({ isNew: false });
});

test("the commands show a new password once, take one from standard input, and name what is wrong", async () => {
  const { slug, owner } = odile();
  const place = ["--currency", "EUR", "--timezone", "Europe/Brussels"];
  const good = [
    "--name",
    "Odile",
    "--slug",
    slug,
    ...place,
    "--owner",
    owner.email,
    "--owner-name",
    owner.name,
  ];
  const agent = someEmail();
  const bad = [
    "--name",
    "",
    "--slug",
    "O dile",
    "--currency",
    "EURO",
    "--timezone",
    "+01:00",
    "--owner",
    "ines",
  ];
  const [made, entered, refused] = await Promise.all([
    run("create-store", good),
    run("create-agent", ["--email", agent, "--name", "Sam", "--password-stdin"], `${memberPassword}\n`),
    run("create-store", [...bad, "--password-stdin"], "short"),
  ]);

  const [, password = ""] = /password (\S+)/.exec(made.stdout) ?? [];
  const [, key = ""] = /(sfk_\S+)/.exec(made.stdout) ?? [];
  await signIn({ email: owner.email, password, ...from });
  expect(await findApiKey(key)).not.toBeNull();

  expect(entered).toMatchObject({ code: 0, stdout: expect.not.stringContaining(memberPassword) });
  await signIn({ email: agent, password: memberPassword, ...from, realm: "support" });

  expect(refused.code).toBe(1);
  for (const flag of ["name", "slug", "currency", "timezone", "owner", "owner-name", "password-stdin"])
    expect(refused.stderr).toMatch(new RegExp(`^--${flag}: \\S`, "m"));
});
