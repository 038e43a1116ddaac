/**
 * Keeps a mirror of one customer's appointments and orders in a JSON file, by asking every few minutes:
 * `npm start -w examples/sync-job`. README.md explains the settings. It can be killed at any moment.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { AppointmentService, OrderService, setupOpencals } from "@opencals/storefront-sdk";
import { Customer } from "./customer";
import { Mirror } from "./mirror";
import { patientFetch } from "./patient-fetch";

const {
  OPENCALS_API_URL,
  OPENCALS_API_KEY,
  MIRROR_FILE = "mirror.json",
  SYNC_EVERY_SECONDS = "300",
} = process.env;
const everySeconds = Number(SYNC_EVERY_SECONDS);
const pageSize = 100;

setupOpencals({ baseUrl: OPENCALS_API_URL, apiKey: OPENCALS_API_KEY }).setConfig({ fetch: patientFetch });
const mirror = await Mirror.open(MIRROR_FILE);
const customer = new Customer(mirror);

for (;;) {
  await mirrorList("appointments", (page, headers) =>
    AppointmentService.list({
      headers,
      query: { page, take: pageSize, orderBy: "createdAt" },
      throwOnError: true,
    }),
  );
  await mirrorList("orders", (page, headers) =>
    OrderService.list({ headers, query: { page, take: pageSize, orderBy: "createdAt" }, throwOnError: true }),
  );
  const { appointments, orders } = mirror.counts();
  console.log(`${new Date().toISOString()} ${appointments} appointments, ${orders} orders`);
  if (everySeconds === 0) break;
  await sleep(everySeconds * 1000);
}

type Page = { data: { data: { id: string }[]; meta: { hasNextPage: boolean } } };
type Headers = { Authorization: string };

/** One pass over a list, page by page from where an earlier, killed pass stopped. */
async function mirrorList(
  list: "appointments" | "orders",
  read: (page: number, headers: Headers) => Promise<Page>,
) {
  for (let more = true; more;) {
    const page = mirror.nextPage(list);
    const { data } = await customer.asThemselves((headers) => read(page, headers));
    more = data.meta.hasNextPage;
    // What is on the page and how far we are, in one write: a kill leaves both or neither.
    await mirror.keep(list, data.data, more ? page + 1 : 1);
  }
}
