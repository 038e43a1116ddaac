import { beforeAll, expect, test } from "vitest";
import { findBookings, holdSlot } from "@/lib/booking";
import type { Ctx } from "@/lib/identity";
import { makeBookable, makeBooking, slotOf } from "../support/factories/booking";
import { makeMember } from "../support/factories/member";

const buyer = { email: "zoe.dejong@example.com", firstName: "Élise", lastName: "de Jong" };

async function makeCase() {
  const store = await makeBookable();
  const { ctx: viewer } = await makeMember({ storeId: store.storeId, role: "viewer" });
  const slot = (days: number) => slotOf(store.product, { days });
  const first = await makeBooking(store.ctx, { slot: slot(3), buyer });
  const second = await makeBooking(store.ctx, { slot: slot(4), buyer: { ...buyer, firstName: "Zoltan" } });
  await makeBooking(store.ctx, { slot: slot(5), buyer: { email: "ada@example.com", firstName: "Ada" } });
  return { ...store, viewer, slot, first, second };
}
let mine: Awaited<ReturnType<typeof makeCase>>;
beforeAll(async () => void (mine = await makeCase()));

const found = async (ctx: Ctx, q: string) =>
  (await findBookings(ctx, { q })).map(({ kind, name }) => `${kind} ${name}`);
const both = ["appointment 1002", "appointment 1001", "order 1002", "order 1001"];

test.each(["élise", "ÉLISE DE", "de jo", "zoe.dejong@", "zoe.dejong@example.com", " de jong "])(
  "%s finds what they booked, the latest first",
  async (q) => {
    expect(await found(mine.viewer, q)).toEqual(both);
  },
);

test("what is found says whose it is, of what and when", async () => {
  const { viewer, first, product } = mine;
  const { id, from, to } = first.hold;
  expect(await findBookings(viewer, { q: id })).toEqual([
    {
      kind: "appointment",
      id,
      name: "1001",
      from,
      to,
      zone: "UTC",
      customerName: "Élise de Jong",
      product: product.title,
    },
  ]);
  expect(await findBookings(viewer, { q: first.order.id })).toEqual([
    { kind: "order", id: first.order.id, name: "1001", customerName: "Élise de Jong" },
  ]);
});

test("a number finds the appointment and the order of that number", async () => {
  for (const q of ["1002", "#1002"])
    expect(await found(mine.viewer, q)).toEqual(["appointment 1002", "order 1002"]);
});

test("an order is found by the name typed for it, too", async () => {
  expect(await found(mine.viewer, "zolt")).toEqual(["order 1002"]);
});

test("nothing of another store is found, by whatever is asked, and no hold", async () => {
  const { ctx, viewer, slot, first } = mine;
  const { ctx: stranger } = await makeMember({ storeId: (await makeBookable()).storeId });
  for (const q of ["élise", "zoe.dejong@example.com", "1001", first.hold.id, first.order.id])
    expect(await found(stranger, q)).toEqual([]);
  const hold = await holdSlot(ctx, {
    slot: slot(7),
    customer: { email: "hugo@example.com", firstName: "Hugo" },
  });
  for (const q of ["hugo", hold.name, hold.id]) expect(await found(viewer, q)).toEqual([]);
});

test("what is no search, or would be a pattern elsewhere, finds nothing", async () => {
  for (const q of ["", "z", "z\0", "%%", "__", "z%", "zo_", "jong", "x".repeat(400)])
    expect(await found(mine.viewer, q)).toEqual([]);
});
