import type { Page } from "@playwright/test";
import { createEndpoint, disableEndpoint, rotateSecret } from "@/lib/webhooks";
import { db } from "@/lib/platform/db";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeSupportAgent } from "../support/factories/support-agent";
import { book } from "./book";
import { expect, expectAccessible, signIn, signInToSupport, test } from "./story";

/** Wide, what 200 % of zoom leaves of it, and the narrowest that has to hold everything. */
const widths = [1440, 720, 320];

/** Axe finds nothing in either theme, and nothing scrolls sideways. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectAccessible(page);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: widths[0]!, height: 900 });
}

async function walkRooms(page: Page): Promise<string[]> {
  const links = page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link");
  await expect(links.first()).toBeVisible();
  return Promise.all((await links.all()).map(async (link) => (await link.getAttribute("href")) ?? ""));
}

test.describe("every page is accessible by day and by night, and fits a narrow screen", () => {
  test.beforeEach(async ({ salon, receiver }) => {
    test.slow();
    const { ctx } = salon.owner;
    const failing = { name: "My server", url: `${receiver.url}/500`, eventTypes: [] };
    const { endpoint } = await createEndpoint(ctx, failing);
    const off = await makeEndpoint({ storeId: salon.id, name: "Accounting" });
    await disableEndpoint(ctx, { id: off.id });
    await book(salon.key, { provider: "cash" });
    await expect
      .poll(() => db().delivery.count({ where: { endpointId: endpoint.id, status: "failed" } }))
      .toBe(1);
    await expect.poll(() => db().delivery.count({ where: { endpointId: off.id, status: "held" } })).toBe(1);
    await rotateSecret(ctx, { endpointId: endpoint.id });
  });

  test("of the portal", async ({ page, salon }) => {
    const where = { storeId: salon.id };
    const endpoint = await db().endpoint.findFirstOrThrow({ where: { ...where, name: "My server" } });
    const delivery = await db().delivery.findFirstOrThrow({ where: { ...where, status: "failed" } });
    const base = `/s/${salon.slug}`;
    await look(page, "/signin");
    await signIn(page, salon.owner);
    const rooms = await walkRooms(page);
    expect(rooms).toContain(`${base}/audit`);
    for (const path of rooms) await look(page, path);
    for (const path of [
      "endpoints/new",
      `endpoints/${endpoint.id}`,
      `endpoints/${endpoint.id}/secret`,
      `endpoints/${endpoint.id}/settings`,
      `deliveries/${delivery.id}`,
      `deliveries/${delivery.id}/like-this`,
      "deliveries?subject=1001&status=delivered",
    ])
      await look(page, `${base}/${path}`);
  });

  test("of what is booked", async ({ page, salon }) => {
    const where = { storeId: salon.id };
    const { id, orderId } = await db().appointment.findFirstOrThrow({ where });
    const event = await db().event.findFirstOrThrow({ where });
    await signIn(page, salon.owner);
    for (const path of [
      "appointments?view=day",
      "appointments?view=week",
      "appointments/new",
      `appointments/${id}`,
      `appointments/${id}/reschedule`,
      `orders/${orderId}`,
      `events/${event.id}`,
      "catalogue/order.refunded",
    ])
      await look(page, `/s/${salon.slug}/${path}`);
  });

  test("of the support console", async ({ page, salon }) => {
    const where = { storeId: salon.id };
    const endpoint = await db().endpoint.findFirstOrThrow({ where: { ...where, name: "My server" } });
    const delivery = await db().delivery.findFirstOrThrow({ where: { ...where, status: "failed" } });
    const store = `/support/stores/${salon.slug}`;
    await look(page, "/support/signin");
    await signInToSupport(page, await makeSupportAgent());
    for (const path of await walkRooms(page)) await look(page, path);
    for (const path of [
      "/support?q=Odile",
      store,
      `${store}/endpoints/${endpoint.id}`,
      `${store}/deliveries/${delivery.id}`,
    ])
      await look(page, path);
  });
});
