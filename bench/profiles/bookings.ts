import { makeApiKey } from "@/tests/support/factories/api-key";
import { makeProduct, makeSchedule } from "@/tests/support/factories/catalog";
import { db } from "@/lib/platform/db";
import type { Ground } from "../ground/bench-ground";
import { webUrl } from "../ground/product";
import { makeStores } from "../ground/stores";
import { monotonicMs } from "../measure/monotonic";
import { percentiles } from "../measure/percentiles";
import { allReceived, takeReceipts, watchProcesses } from "../measure/run";
import type { Profile } from "./profile";
import { withProduct } from "../ground/with-product";

type Wanted = { clients: number; seconds: number };
type Booked = { appointmentId: string; submittedMs: number; answeredMs: number };
type Shop = { key: string; productId: string };

const slotMs = 15 * 60_000;

/** Real bookings over HTTP, from the empty cart to the webhook; web with the engine inside, one machine's smallest set-up. */
export function bookings({ clients, seconds }: Wanted): Profile {
  return {
    name: "bookings",
    about: `${clients} clients that book one slot after the other over HTTP (cart, hold, checkout, submit) for ${seconds} s`,
    run: async (ground) => {
      const [store] = await makeStores(ground.receiverUrl, { count: 1 });
      const storeId = store!.id;
      await db().store.update({ where: { id: storeId }, data: { defaultAdvanceScheduleDays: 3650 } });
      const { key } = await makeApiKey({ storeId });
      const shops: Shop[] = [];
      for (let index = 0; index < clients; index++) shops.push({ key, productId: await alwaysOpen(storeId) });
      return withProduct(ground, "web", async (product) => {
        await bookFor(shops, 3, 0);
        await takeReceipts(ground);
        const used = watchProcesses(ground, product);
        const booked = await bookFor(shops, seconds, 5_000);
        const use = used();
        const took = await received(ground, booked);
        return [
          {
            bookings: booked.length,
            bookingsPerSecond: Math.round((booked.length / seconds) * 10) / 10,
            submitToAnswer: percentiles(booked.map((b) => b.answeredMs - b.submittedMs)),
            submitToReceived: percentiles(took),
            lost: booked.length - took.length,
            ...use,
          },
        ];
      });
    },
  };
}

async function alwaysOpen(storeId: string): Promise<string> {
  const hours = [{ from: "00:00:00", to: "24:00:00" }];
  const { id: scheduleId } = await makeSchedule({ storeId, timezone: "UTC", hours, gapMinutes: 15 });
  return (await makeProduct({ storeId, scheduleId, durationSeconds: slotMs / 1000 })).id;
}

/** Each client books its own product's slots, from `firstSlot` on. */
async function bookFor(shops: Shop[], seconds: number, firstSlot: number): Promise<Booked[]> {
  const endMs = monotonicMs() + seconds * 1000;
  const booked: Booked[] = [];
  const firstMs = Math.ceil(Date.now() / 86_400_000 + 1) * 86_400_000 + firstSlot * slotMs;
  await Promise.all(
    shops.map(async (shop) => {
      for (let slot = 0; monotonicMs() < endMs; slot++)
        booked.push(await book(shop, firstMs + slot * slotMs));
    }),
  );
  return booked;
}

async function book({ key, productId }: Shop, fromMs: number): Promise<Booked> {
  const buyer = { email: `${fromMs}@bench.example`, firstName: "Ada" };
  const call = async <T>(path: string, cartId: string, body: object = {}): Promise<T> => {
    const response = await fetch(`${webUrl}/storefront${path}`, {
      method: "POST",
      headers: { "x-api-key": key, "x-cart-id": cartId, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const { id: cartId } = await call<{ id: string }>("/cart", "");
  const slot = { productId, ...times("from", fromMs), ...times("to", fromMs + slotMs) };
  const { id: appointmentId } = await call<{ id: string }>("/appointments", cartId, {
    slot,
    cartId,
    customer: buyer,
  });
  await call("/cart/checkout/start", cartId, { provider: "cash", customer: buyer });
  const submittedMs = monotonicMs();
  await call("/cart/checkout/submit", cartId, {
    customer: buyer,
    appointmentsSettings: { markAsScheduled: true, notifyCustomer: false },
  });
  return { appointmentId, submittedMs, answeredMs: monotonicMs() };
}

function times(name: "from" | "to", atMs: number) {
  const iso = new Date(atMs).toISOString();
  return { [`${name}Date`]: iso.slice(0, 10), [`${name}Time`]: iso.slice(11, 19) };
}

/** From each submit to its webhook, in milliseconds; what did not come is left out. */
async function received(ground: Ground, booked: Booked[]): Promise<number[]> {
  const bySubject = new Map(booked.map((booking) => [booking.appointmentId, booking]));
  const { rows } = await ground.client.query<{ id: string; subject_id: string }>(
    "SELECT id, subject_id FROM event WHERE subject_id = ANY ($1::uuid[])",
    [[...bySubject.keys()]],
  );
  const byEvent = new Map(rows.map((row) => [row.id, bySubject.get(row.subject_id)!]));
  await allReceived(ground, new Map(rows.map(({ id }) => [id, 0])));
  const receipts = await takeReceipts(ground);
  return receipts.flatMap(([id, , atMs]) => {
    const booking = byEvent.get(id);
    return booking ? [atMs - booking.submittedMs] : [];
  });
}
