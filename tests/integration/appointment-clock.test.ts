import { expect, onTestFinished, test } from "vitest";
import { db } from "@/lib/platform/db";
import { makeBookable, makeBooking, slotOf } from "../support/factories/booking";
import { endProcess, startWorkerProcess } from "../support/worker-process";

test("with two workers running, a booking tells that it is completed within a minute of its end, once", async () => {
  const { ctx, product, storeId } = await makeBookable();
  const { hold } = await makeBooking(ctx, { slot: slotOf(product) });
  const workers = await Promise.all([1, 2].map(() => startWorkerProcess("127.0.0.1:1")));
  onTestFinished(
    async () => void (await Promise.all(workers.map((worker) => endProcess(worker, "SIGTERM")))),
  );
  const to = new Date();
  const from = new Date(to.getTime() - 3_600_000);
  await db().appointment.update({ where: { id: hold.id }, data: { from, to } });
  // The workers relay what is recorded, and then a body stands in its payload only.
  const types = async () =>
    (await db().event.findMany({ where: { storeId }, orderBy: { position: "asc" } })).map(({ type }) => type);
  await expect
    .poll(types, { timeout: 120_000, interval: 500 })
    .toEqual(["appointment.created", "appointment.completed"]);
  // Whoever comes second in that minute finds nothing left.
  const open = { trigger: "cron/complete-appointments", status: { in: ["queued", "running"] } };
  await expect.poll(() => db().engineRun.count({ where: open })).toBe(0);
  expect(await types()).toHaveLength(2);
});
