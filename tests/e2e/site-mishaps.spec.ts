import type { Page } from "@playwright/test";
import { db } from "@/lib/platform/db";
import { lapse } from "../support/factories/booking";
import {
  bookIt,
  expect,
  expectAccessible,
  fillDetails,
  keepIt,
  lookAtTimes,
  takeSlot,
  test,
  times,
} from "./site-story";

const isBooked = (page: Page) =>
  expect(page.getByRole("heading", { level: 1, name: /^See you on/ })).toBeVisible();

/** The basket that was opened last. */
const lapseBasket = async (storeId: string) => {
  const { id } = await db().cart.findFirstOrThrow({ where: { storeId }, orderBy: { createdAt: "desc" } });
  await lapse(id);
};

const countCharged = (storeId: string) => db().orderTransaction.count({ where: { storeId } });

test("a time that somebody else takes is said so, before it is kept and before it is paid, and another is had", async ({
  page,
  salon,
  site,
}) => {
  const slots = await lookAtTimes(page, site);
  const label = (index: number) => times(page).nth(index).locator("xpath=..").innerText();

  await test.step("taken while one looks: struck through, with the nearest two in the sentence", async () => {
    const lost = await label(40);
    await times(page).nth(40).check();
    await takeSlot(salon.id, slots[40]!);
    await keepIt(page);
    const said = page.getByRole("alert").filter({ hasText: `${lost} has just been taken.` });
    await expect(said).toContainText("The nearest free times are");
    await expect(page.locator("s", { hasText: lost })).toBeVisible();
    await expect(page.getByRole("radio", { name: lost, exact: true })).toHaveCount(0);
    await expectAccessible(page);
    const nearest = said.getByRole("button").first();
    const chosen = await nearest.innerText();
    await nearest.click();
    await expect(page.getByRole("radio", { name: chosen, exact: true })).toBeChecked();
    await keepIt(page);
    await expect(page.getByRole("heading", { level: 1, name: "Nearly yours" })).toBeVisible();
  });

  await test.step("lost at the last look: named, nothing charged, and others are offered", async () => {
    await fillDetails(page);
    const { from, to } = await db().appointment.findFirstOrThrow({
      where: { storeId: salon.id },
      orderBy: { createdAt: "desc" },
    });
    await lapseBasket(salon.id);
    await takeSlot(salon.id, { from: from.toISOString(), to: to.toISOString() });
    await bookIt(page);
    const lost = page.getByRole("alert").filter({ hasText: "cannot be had any more" });
    await expect(lost).toContainText("Nothing was charged.");
    await expectAccessible(page);
    expect(await countCharged(salon.id)).toBe(0);
    await lost.getByRole("button").first().click();
    await expect(page.getByLabel("E-mail")).toHaveValue("ada@example.com");
    await expect(lost).toHaveCount(0);
    await bookIt(page);
    await isBooked(page);
  });
});

test("a declined payment charges nothing and keeps the time, which is then paid", async ({
  page,
  salon,
  site,
}) => {
  await lookAtTimes(page, site);
  await times(page).nth(20).check();
  await keepIt(page);
  await fillDetails(page);
  await page.getByRole("radio", { name: "Card (test)" }).check();
  await bookIt(page);
  await expect(page.getByText("Test provider: no money moves")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your payment was declined." })).toContainText(
    "Nothing was charged and your time is still kept.",
  );
  await expectAccessible(page);
  expect(await countCharged(salon.id)).toBe(0);
  await expect(page.getByLabel("E-mail")).toHaveValue("ada@example.com");

  await page.getByRole("radio", { name: "Card (test)" }).check();
  await bookIt(page);
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await isBooked(page);
  await expect(page.getByText("€\u00a045.00 is paid.")).toBeVisible();
  await expect
    .poll(async () => (await site.readInbox()).filter(({ kind }) => kind === "processed").length)
    .toBe(2);
});

test("a hold that ran out is had again while it is free, and given up kindly once it is not", async ({
  page,
  salon,
  site,
}) => {
  const slots = await lookAtTimes(page, site);
  await times(page).nth(20).check();
  await keepIt(page);
  await expect(page.getByRole("heading", { level: 1, name: "Nearly yours" })).toBeVisible();
  await lapseBasket(salon.id);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Your time is free again" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Get it back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nearly yours" })).toBeVisible();
  await expect(page.getByRole("timer")).toBeVisible();

  await lapseBasket(salon.id);
  await takeSlot(salon.id, slots[20]!);
  await page.reload();
  await page.getByRole("button", { name: "Get it back" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "It is gone" })).toBeVisible();
  await expectAccessible(page);

  await lookAtTimes(page, site);
  await times(page).nth(60).check();
  await keepIt(page);
  await fillDetails(page);
  await bookIt(page);
  await isBooked(page);
});
