import { expect, test } from "vitest";
import { policyNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
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
