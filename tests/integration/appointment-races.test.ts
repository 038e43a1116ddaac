import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bookByHand,
  cancelAppointment,
  expireHolds,
  rescheduleAppointment,
  type BookByHandInput,
} from "@/lib/booking";
import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { ada, lapse, makeBookable, makeCartWith, slotOf } from "../support/factories/booking";
import { makeStaffMember } from "../support/factories/catalog";
import { makeMember } from "../support/factories/member";
import { typesOf } from "../support/facts";

type Fields = Parameters<typeof makeBookable>[0];

async function open(fields?: Fields) {
  const store = await makeBookable(fields);
  const { ctx: merchant } = await makeMember({ storeId: store.storeId });
  return { ...store, merchant };
}

const byHand = (merchant: Ctx, slot: BookByHandInput["slot"]) =>
  bookByHand(merchant, { slot, customer: ada, notifyCustomer: false });

/** How attempts ended; whatever is no clean refusal fails the test. */
async function tally(attempts: Promise<unknown>[]) {
  const ended = { done: 0, refused: 0 };
  for (const result of await Promise.allSettled(attempts)) {
    if (result.status === "fulfilled") ended.done++;
    else if (result.reason instanceof DomainError && result.reason.code !== "unavailable") ended.refused++;
    else throw result.reason;
  }
  return ended;
}

/** No time of one resource is given to two, no class has more than its seats, and each seat is somebody's. */
async function nothingIsSoldTwice(storeId: string, buffersMs = 0) {
  const kept = await db().appointment.findMany({
    where: { storeId, occupancyId: { not: null } },
    include: { occupancy: true },
    orderBy: { from: "asc" },
  });
  for (const a of kept) {
    expect(a.occupancy).toMatchObject({ from: a.from, to: a.to });
    expect(a.status).not.toBe("canceled");
    for (const b of kept) {
      if (a.id >= b.id || a.occupancyId === b.occupancyId || a.staffMemberId !== b.staffMemberId) continue;
      const apartMs = Math.max(a.from.getTime(), b.from.getTime()) - Math.min(a.to.getTime(), b.to.getTime());
      expect(apartMs).toBeGreaterThanOrEqual(buffersMs);
    }
  }
  const occupancies = await db().occupancy.findMany({ where: { storeId }, include: { appointments: true } });
  for (const { seats, capacity, appointments } of occupancies) {
    expect(seats).toBe(appointments.reduce((sum, { numberOfAttendees }) => sum + numberOfAttendees, 0));
    expect(seats).toBeLessThanOrEqual(capacity);
  }
  const booked = { storeId, holdExpiresAt: null, status: { in: ["pending", "scheduled"] } };
  expect(await db().appointment.count({ where: { ...booked, occupancyId: null } })).toBe(0);
}

test("of twenty appointments that are moved onto one slot at once, one gets it and the others stay where they were", async () => {
  const { merchant, product, storeId } = await open();
  const booked = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      byHand(merchant, slotOf(product, { days: 3 + Math.floor(n / 10), at: `0${n % 10}:00` })),
    ),
  );
  const slot = slotOf(product, { days: 9 });
  expect(await tally(booked.map(({ id }) => rescheduleAppointment(merchant, { id, slot })))).toEqual({
    done: 1,
    refused: 19,
  });
  await nothingIsSoldTwice(storeId);
  const types = await typesOf(storeId);
  expect(types.filter((type) => type === "appointment.rescheduled")).toHaveLength(1);
});

test("an appointment that five cancel at once is canceled once, and its seats come back once", async () => {
  const { merchant, product, storeId } = await open({ maxAttendees: 9 });
  const slot = slotOf(product);
  const [{ id }] = await Promise.all([byHand(merchant, slot), byHand(merchant, slot)]);
  expect(await tally(Array.from({ length: 5 }, () => cancelAppointment(merchant, { id })))).toEqual({
    done: 1,
    refused: 4,
  });
  expect(await db().occupancy.findMany({ where: { storeId } })).toMatchObject([{ seats: 1 }]);
  expect((await typesOf(storeId)).filter((type) => type === "appointment.canceled")).toHaveLength(1);
});

test("of moves and cancels of one appointment at once, each tells what it really did", async () => {
  const { merchant, product, storeId } = await open();
  const { id } = await byHand(merchant, slotOf(product));
  const moves = [11, 12, 13, 14].map((hour) =>
    rescheduleAppointment(merchant, { id, slot: slotOf(product, { at: `${hour}:00` }) }),
  );
  const { done } = await tally([...moves, cancelAppointment(merchant, { id })]);
  const [, ...changes] = await typesOf(storeId);
  expect(changes).toHaveLength(done);
  expect(done).toBeGreaterThan(0);
  await nothingIsSoldTwice(storeId);
});

test("appointments that change places between two people never deadlock into a failure", async () => {
  const { merchant, product, storeId, staffMember, scheduleId } = await open();
  const other = await makeStaffMember({ storeId, scheduleId });
  await db().productStaffMember.create({
    data: { storeId, productId: product.id, staffMemberId: other.id },
  });
  const people = [staffMember.id, other.id];
  const booked = await Promise.all(
    people.flatMap((staffMemberId) =>
      ["08:00", "10:00", "12:00"].map((at) =>
        byHand(merchant, { ...slotOf(product, { at }), staffMemberId }),
      ),
    ),
  );
  const moves = booked.map(({ id, staffMemberId }, n) => {
    const staff = people.find((person) => person !== staffMemberId)!;
    return rescheduleAppointment(merchant, {
      id,
      slot: { ...slotOf(product, { at: `1${4 + (n % 3)}:30` }), staffMemberId: staff },
    });
  });
  expect((await tally(moves)).done).toBeGreaterThan(0);
  await nothingIsSoldTwice(storeId);
});

describe("no sequence of acts sells a slot twice", () => {
  const hour = fc.integer({ min: 8, max: 12 });
  const half = fc.constantFrom("00", "30");
  const at = fc.tuple(hour, half).map(([h, m]) => `${String(h).padStart(2, "0")}:${m}`);
  const which = fc.nat({ max: 20 });
  const act = fc.oneof(
    fc.record({ kind: fc.constant("hold" as const), at }),
    fc.record({ kind: fc.constant("book" as const), at }),
    fc.record({ kind: fc.constant("reschedule" as const), at, which }),
    fc.record({ kind: fc.constant("cancel" as const), which }),
    fc.record({ kind: fc.constant("lapse" as const), which }),
    fc.record({ kind: fc.constant("expire" as const) }),
  );
  type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

  test.each([
    ["of one person with buffers", { beforeGapSeconds: 900, afterGapSeconds: 900 }, 30 * 60_000],
    ["of a class", { maxAttendees: 2 }, 0],
  ])("%s", async (_what, fields, buffersMs) => {
    const property = fc.asyncProperty(fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 5 }), (rounds) =>
      live(fields, rounds, buffersMs),
    );
    await fc.assert(property, { numRuns: 8, endOnFailure: true });
  });

  /** Acts of one round happen at once. */
  async function live(fields: Fields, rounds: Act[][], buffersMs: number) {
    const store = await open(fields);
    const { merchant, ctx, product, storeId } = store;
    const booked: string[] = [];
    const carts: string[] = [];
    const perform = async (one: Act): Promise<unknown> => {
      switch (one.kind) {
        case "hold":
          return carts.push((await makeCartWith(ctx, { slot: slotOf(product, { at: one.at }) })).cartId);
        case "book":
          return booked.push((await byHand(merchant, slotOf(product, { at: one.at }))).id);
        case "expire":
          return expireHolds();
        case "lapse":
          return carts.length > 0 ? lapse(carts[one.which % carts.length]!) : undefined;
      }
      const id = booked[one.which % booked.length];
      if (!id) return undefined;
      return one.kind === "cancel"
        ? cancelAppointment(merchant, { id, notifyCustomer: false })
        : rescheduleAppointment(merchant, {
            id,
            slot: slotOf(product, { at: one.at }),
            notifyCustomer: false,
          });
    };
    for (const round of rounds) {
      await tally(round.map(perform));
      await nothingIsSoldTwice(storeId, buffersMs);
    }
  }
});
