import { beforeEach, expect, test } from "vitest";
import { cancelAppointment, getStoreOrder, listStoreOrders, markOrderPaid, refundOrder } from "@/lib/booking";
import { newId } from "@/lib/platform/ids";
import { makeBooking, slotOf } from "../support/factories/booking";
import { makeMember } from "../support/factories/member";
import { makeOrder, makeSellingStore } from "../support/factories/order";

let store: Awaited<ReturnType<typeof makeSellingStore>>;
beforeEach(async () => {
  store = await makeSellingStore();
});
const take = 50;

test("an order tells what was ordered, where its money is and what can be done with it", async () => {
  const made = await makeOrder(store, { quantities: [1, 2] });
  const due = await getStoreOrder(store.owner, { id: made.id });
  expect(due).toMatchObject({
    name: made.name,
    customerName: "Ada Maes",
    what: "Haircut and 1 more",
    totalMinor: 13_500,
    dueToPayMinor: 13_500,
    paymentStatus: "unpaid",
    acts: { markPaidMinor: 13_500, refundMinor: 0, captureMinor: 0, voidMinor: 0 },
  });
  expect(due.lines.map(({ quantity, totalMinor }) => [quantity, totalMinor])).toEqual([
    [1, 4500],
    [2, 9000],
  ]);
  expect(due.lines[0]?.appointment).toMatchObject({ status: "scheduled", zone: "UTC" });

  await markOrderPaid(store.owner, { orderId: made.id, gateway: "bank_transfer" });
  const [line] = due.lines;
  await refundOrder(store.owner, {
    orderId: made.id,
    lines: [{ lineId: line!.id, quantity: 1 }],
    reason: "Waited too long",
  });
  const settled = await getStoreOrder(store.owner, { id: made.id });
  expect(settled).toMatchObject({
    paymentStatus: "partially-paid",
    refundStatus: "partially-refunded",
    ...{ paidMinor: 13_500, refundedMinor: 4500, balanceMinor: 9000 },
    refunds: [{ totalMinor: 4500, reason: "Waited too long", what: "1 × Haircut" }],
    acts: { refundMinor: 9000 },
  });
  expect(settled.lines[0]?.refundedQuantity).toBe(1);
  expect(settled.history.map(({ title }) => title)).toEqual(expect.arrayContaining(["Paid", "Refunded"]));
});

test("a list walks page by page both ways, newest first, and narrows by what became of the money", async () => {
  const [first, second, third] = [await bookOn(3), await bookOn(4), await bookOn(5)];
  const page = await listStoreOrders(store.owner, { take: 2 });
  expect(page.items.map(({ id }) => id)).toEqual([third.id, second.id]);
  expect(page.previous).toBeNull();
  const older = await listStoreOrders(store.owner, { take: 2, before: page.next! });
  expect(older.items.map(({ id }) => id)).toEqual([first.id]);
  expect(older.next).toBeNull();
  const back = await listStoreOrders(store.owner, { take: 2, after: older.previous! });
  expect(back.items.map(({ id }) => id)).toEqual([third.id, second.id]);
  expect(back.previous).toBeNull();

  await markOrderPaid(store.owner, { orderId: second.id, gateway: "cash" });
  await cancelAppointment(store.owner, { id: second.appointmentId, notifyCustomer: false });
  const ids = async (filter: object) =>
    (await listStoreOrders(store.owner, { ...filter, take })).items.map(({ id }) => id);
  expect(await ids({ paymentStatus: "unpaid" })).toEqual([third.id, first.id]);
  expect(await ids({ refundStatus: "refund-owed" })).toEqual([second.id]);
  expect(await ids({ paymentStatus: "unpaid", refundStatus: "refund-owed" })).toEqual([]);
});

async function bookOn(days: number) {
  const slot = slotOf(store.product, { days });
  const { order } = await makeBooking(store.ctx, { slot });
  return { id: order.id, appointmentId: order.lineItems[0]!.appointmentId! };
}

test("another store's order is not found, nor listed", async () => {
  const { id } = await makeOrder(store);
  const stranger = await makeMember({ storeId: (await makeSellingStore()).storeId });
  await expect(getStoreOrder(stranger.ctx, { id })).rejects.toThrow("not found");
  await expect(getStoreOrder(store.owner, { id: newId() })).rejects.toThrow("not found");
  await expect(getStoreOrder(store.owner, { id: "1001" })).rejects.toThrow("not found");
  expect((await listStoreOrders(stranger.ctx, { take })).items).toEqual([]);
  expect((await listStoreOrders(stranger.ctx, { take, before: id })).items).toEqual([]);
});
