/**
 * The demo's stores: Odile, lively, and Kapsalon Noord, small. Does nothing where they are already. SEED_STOREFRONT_KEYS
 * (JSON: store slug to key) gives the stores their keys, so that the launcher can print them; SEED_SECRETS_FILE is where
 * the demo's receiver and booking site find what they verify with (JSON: endpoint URL to secret); SEED_SITE_URL and
 * SEED_SITE_WEBHOOK_URL are Odile's website and its endpoint.
 */
import { writeFileSync } from "node:fs";
import { systemCtx } from "@/lib/identity";
import { hashApiKey } from "@/lib/identity/api-key";
import { closeDb, db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeMember } from "@/tests/support/factories/member";
import { makeSupportAgent } from "@/tests/support/factories/support-agent";
import { makeCustomers } from "./seed/customers";
import { noordEndpoints, odileEndpoints, type DemoEndpoint } from "./seed/demo-endpoints";
import { factsOfBookings } from "./seed/facts-of-bookings";
import { makeKapsalonNoord } from "./seed/kapsalon-noord";
import { makeOdile } from "./seed/odile";
import { planBookings, type Shift } from "./seed/plan-bookings";
import { makeRandom } from "./seed/random";
import { writeBookings } from "./seed/write-bookings";
import { writeDeliveries } from "./seed/write-deliveries";
import { writeEvents } from "./seed/write-events";

const password = "opencals-demo";
const historyMs = 4 * 86_400_000;
const keys = JSON.parse(process.env.SEED_STOREFRONT_KEYS ?? "{}") as Record<string, string>;
const secretsFile = process.env.SEED_SECRETS_FILE;
const siteUrl = process.env.SEED_SITE_URL;
const siteWebhookUrl = process.env.SEED_SITE_WEBHOOK_URL;
const now = new Date();
const random = makeRandom(1899);

/** Members come last, so that a seed that was cut off is told apart from one that is done. */
async function seed() {
  const odile = await makeOdile();
  const noord = await makeKapsalonNoord();
  if (siteUrl)
    await db().store.update({ where: { id: odile.store.id }, data: { storefrontBaseUrl: siteUrl } });
  const secrets = {
    ...(await livePast(odile, odileEndpoints(now, siteWebhookUrl))),
    ...(await livePast(noord, noordEndpoints())),
  };
  if (secretsFile) writeFileSync(secretsFile, JSON.stringify(secrets), { mode: 0o600 });
  for (const { store } of [odile, noord]) await makeStorefrontKey(store);

  await makeSupportAgent({ name: "Sam Vermeulen", email: "sam@opencals.example", password });
  const [storeId, noordId] = [odile.store.id, noord.store.id];
  const people = [
    { storeId: noordId, name: "Noor Baert", email: "noor@noord.example", role: "owner" as const },
    { storeId, name: "Tom Verbruggen", email: "tom@odile.example", role: "developer" as const },
    { storeId, name: "Mira Janssens", email: "mira@odile.example", role: "viewer" as const },
    { storeId, name: "Ines Claes", email: "ines@odile.example", role: "owner" as const },
  ];
  for (const person of people) await makeMember({ ...person, password });
}

type Opened = { store: { id: string }; shifts: Shift[] };

/** Bookings, their events, and what the store's endpoints got of them. Returns the endpoints' secrets by URL. */
async function livePast({ store, shifts }: Opened, endpoints: DemoEndpoint[]) {
  const customers = await makeCustomers(store.id, new Date(now.getTime() - 30 * 86_400_000));
  const bookings = await writeBookings(store.id, planBookings(shifts, customers, now, random), now);
  const events = await writeEvents(store.id, await factsOfBookings(store.id, bookings, now));
  const recent = events.filter(({ at }) => at.getTime() > now.getTime() - historyMs);
  const secrets: Record<string, string> = {};
  for (const endpoint of endpoints)
    secrets[endpoint.url] = await writeDeliveries(systemCtx(store.id), endpoint, recent, random);
  return secrets;
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
