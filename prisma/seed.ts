/**
 * The demo's stores: Odile, lively, and Kapsalon Noord, small. Does nothing where they are already. SEED_STOREFRONT_KEYS
 * (JSON: store slug to key) gives the stores their keys, so that the launcher can print them.
 */
import { hashApiKey } from "@/lib/identity/api-key";
import { closeDb, db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeMember } from "@/tests/support/factories/member";
import { makeCustomers } from "./seed/customers";
import { makeKapsalonNoord } from "./seed/kapsalon-noord";
import { makeOdile } from "./seed/odile";
import { planBookings } from "./seed/plan-bookings";
import { makeRandom } from "./seed/random";
import { writeBookings } from "./seed/write-bookings";

const password = "opencals-demo";
const keys = JSON.parse(process.env.SEED_STOREFRONT_KEYS ?? "{}") as Record<string, string>;

/** Members come last, so that a seed that was cut off is told apart from one that is done. */
async function seed() {
  const now = new Date();
  const odile = await makeOdile();
  const storeId = odile.store.id;
  const customers = await makeCustomers(storeId, new Date(now.getTime() - 30 * 86_400_000));
  const planned = planBookings(odile.shifts, customers, now, makeRandom(1899));
  const bookings = await writeBookings(storeId, planned, now);

  const noord = await makeKapsalonNoord();
  for (const store of [odile.store, noord.store]) await makeStorefrontKey(store);
  const people = [
    { storeId, name: "Tom Verbruggen", email: "tom@odile.example", role: "developer" as const },
    { storeId, name: "Mira Janssens", email: "mira@odile.example", role: "viewer" as const },
    { storeId: noord.store.id, name: "Noor Baert", email: "noor@noord.example", role: "owner" as const },
    { storeId, name: "Ines Claes", email: "ines@odile.example", role: "owner" as const },
  ];
  for (const person of people) await makeMember({ ...person, password });
  console.log(`Made Odile with ${bookings.length} bookings, and Kapsalon Noord.`);
}

async function makeStorefrontKey({ id: storeId, slug }: { id: string; slug: string }) {
  const key = keys[slug];
  if (!key) return;
  await db().apiKey.create({
    data: { id: newId(), storeId, name: "Booking site", hash: hashApiKey(key), hint: key.slice(-4) },
  });
}

async function main() {
  const store = await db().store.findFirst({ where: { slug: "odile" } });
  if (!store) return seed();
  const done = await db().user.findFirst({ where: { email: "ines@odile.example" } });
  if (!done) throw new Error("An earlier seed was cut off: start anew with npm run demo -- --reset.");
}

try {
  await main();
} finally {
  await closeDb();
}
