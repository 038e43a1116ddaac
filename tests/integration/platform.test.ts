import pino from "pino";
import { expect, test } from "vitest";
import { policyNow } from "@/lib/platform/clock";
import { db, pool } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { logOptions } from "@/lib/platform/log";
import { afterCommit, transaction } from "@/lib/platform/transaction";

test("after-commit callbacks wait for the outermost transaction and never follow a rollback", async () => {
  const seen: string[] = [];
  await transaction(undefined, async (tx) => {
    await transaction(tx, async (inner) => afterCommit(inner, () => seen.push("committed")));
    expect(seen).toEqual([]);
  });
  await expect(
    transaction(undefined, async (tx) => {
      afterCommit(tx, () => seen.push("never"));
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(seen).toEqual(["committed"]);
});

test("policy time follows the connection's clock offset", async () => {
  const moved = await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('opencals.clock_offset', '3 days', true)`;
    return policyNow(tx);
  });
  expect(moved.getTime() - Date.now()).toBeGreaterThan(2.9 * 86_400_000);
});

test("an error of the database is logged without the row and the arguments that it refused", async () => {
  let logged = "";
  const log = pino(logOptions, { write: (line) => void (logged += line) });
  const refused = async (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable(),
      (err: unknown) => log.error({ err }, "refused"),
    );
  const email = "ada@private.example";
  const person = { id: newId(), email, name: "Ada", passwordHash: "a hash" };
  await refused(db().user.create({ data: { ...person, name: 7 as unknown as string } }));
  await refused(db().user.create({ data: { ...person, name: "\0" } }));
  await db().user.create({ data: person });
  await refused(db().user.create({ data: { ...person, id: newId() } }));
  const sql = "INSERT INTO \"user\" (id, email, name, password_hash) VALUES ($1, $2, NULL, 'a hash')";
  await refused(pool().query(sql, [newId(), email]));
  await refused(db().$executeRawUnsafe(sql.replace("$1", `'${newId()}'`).replace("$2", `'${email}'`)));
  expect(logged.match(/"msg":"refused"/g)).toHaveLength(5);
  expect(logged).not.toContain(email);
});
