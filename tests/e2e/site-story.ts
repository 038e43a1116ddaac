import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { db } from "@/lib/platform/db";
import { createEndpoint } from "@/lib/webhooks";
import { startCountingProxy, type CountingProxy } from "../support/counting-proxy";
import { guest, makeCartWith } from "../support/factories/booking";
import { runSite } from "./run-site";
import { expect, test as base } from "./story";

type Site = {
  url: string;
  /** The page of its one service. */
  serviceUrl: string;
  /** The site's way to our API. */
  api: CountingProxy;
  /** Of its endpoint. */
  secret: string;
  /** What its receiver has kept on disk, line by line. */
  readInbox: () => Promise<{ kind: string; id: string }[]>;
};

/** A story on the booking site of the `salon`: its website, registered as an endpoint. */
export const test = base.extend<{ site: Site }>({
  site: async ({ context, salon }, give, { parallelIndex }) => {
    const port = Number(process.env.E2E_SITE_PORTS?.split(",")[parallelIndex]);
    const url = `http://127.0.0.1:${port}`;
    await db().store.update({ where: { id: salon.id }, data: { storefrontBaseUrl: url } });
    const input = { name: "Booking site", url: `${url}/api/webhooks`, eventTypes: [] };
    const { secret } = await createEndpoint(salon.owner.ctx, input);
    const { slug } = await db().product.findFirstOrThrow({ where: { storeId: salon.id } });
    const api = await startCountingProxy(process.env.E2E_URL ?? "");
    const { folder, stop } = await runSite({
      port,
      apiUrl: api.url,
      apiKey: salon.key,
      webhookSecret: secret,
    });

    const leaks: string[] = [];
    context.on("response", async (response) => {
      const text = await response.text().catch(() => "");
      if (text.includes(salon.key)) leaks.push(response.url());
    });
    const readInbox = async () => {
      const lines = await readFile(join(folder, "data/webhooks.ndjson"), "utf8").catch(() => "");
      return lines
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    };
    await give({ url, serviceUrl: `${url}/services/${slug}`, api, secret, readInbox });
    expect(leaks, "no browser sees the storefront key").toEqual([]);
    // While pages are open they load ahead, and would say that nobody answers.
    for (const page of context.pages()) await page.close();
    await stop();
    await api.close();
  },
});

type Slot = { from: string; to: string };

/** Opens the service and, of tomorrow or the day after, looks at all times. Answers them, in their order. */
export async function lookAtTimes(page: Page, { serviceUrl }: Site): Promise<Slot[]> {
  await page.goto(serviceUrl);
  const day = page.getByRole("group", { name: "Day", exact: true }).getByRole("radio").nth(1);
  await expect(day).toBeVisible();
  const asked = page.waitForResponse((response) => response.url().includes("/api/times"));
  await day.check();
  const { slots } = (await (await asked).json()) as { slots: Slot[] };
  await expect(times(page)).toHaveCount(slots.length);
  return slots;
}

export const times = (page: Page) =>
  page.getByRole("group", { name: "Time", exact: true }).getByRole("radio");

export const keepIt = (page: Page) => page.getByRole("button", { name: "Keep this time for me" }).click();

export async function fillDetails(page: Page): Promise<void> {
  await page.getByLabel("First name").fill("Ada");
  await page.getByLabel("Last name").fill("Lovelace");
  await page.getByLabel("E-mail").fill("ada@example.com");
}

export const bookIt = (page: Page) => page.getByRole("button", { name: /^Book/ }).click();

/** Somebody else keeps this time. */
export async function takeSlot(storeId: string, { from, to }: Slot): Promise<void> {
  const { id: productId } = await db().product.findFirstOrThrow({ where: { storeId } });
  const [[fromDate = "", fromTime = ""], [toDate = "", toTime = ""]] = [split(from), split(to)];
  const slot = { productId, fromDate, fromTime, toDate, toTime };
  const buyer = { email: "faster@example.com", firstName: "Bea", lastName: "Faster" };
  await makeCartWith(guest(storeId), { slot, customer: buyer });
}

const split = (instant: string) => new Date(instant).toISOString().slice(0, 19).split("T");

export { expectAccessible, signIn } from "./story";
export { expect };
