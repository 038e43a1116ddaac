import type { Locator, Page } from "@playwright/test";
import { createEndpoint } from "@/lib/webhooks";
import { book } from "./book";
import { expect, signIn, test } from "./story";

const stopsMax = 60;

/** Tabs on until it has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < stopsMax; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${target} is not reached by ${stopsMax} tabs.`);
}

test("by keyboard alone, what failed is found, understood and resent", async ({ page, salon, receiver }) => {
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  await createEndpoint(salon.owner.ctx, input);
  await receiver.goDown();
  await book(salon.key);
  await signIn(page, salon.owner);
  await tabTo(page, page.getByRole("link", { name: "Deliveries", exact: true }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row").filter({ hasText: "attempt to come" })).toHaveCount(0);
  await expect(page.getByRole("row").filter({ hasText: "Failed" })).toHaveCount(2);

  const rows = page.getByRole("link", { name: /to My server$/ });
  await tabTo(page, rows.first());
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 selected")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/attempt 3 of 10\./)).toBeVisible();

  await receiver.comeUp();
  await page.keyboard.press("r");
  await expect(page.getByText("My server answered 200", { exact: false })).toBeVisible();
  await expect(page.getByText(/Delivered at .*, attempt 3 of 10/)).toBeVisible();
});

test("by keyboard alone, a secret is rotated, and every dialog gives the focus back", async ({
  page,
  salon,
  receiver,
}) => {
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}/secret`);
  const rotate = page.getByRole("button", { name: "Rotate…" });
  const dialog = page.getByRole("alertdialog");
  await tabTo(page, rotate);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  for (let stop = 0; stop < 8; stop++) {
    await page.keyboard.press("Tab");
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(rotate).toBeFocused();

  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("The old secret goes on for"));
  await page.keyboard.press("1");
  await expect(page.getByLabel("The old secret goes on for")).toHaveValue("1");
  await tabTo(page, dialog.getByRole("button", { name: "Rotate" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The old secret keeps signing until" })).toBeVisible();
  await expect(rotate).toBeFocused();

  const end = page.getByRole("button", { name: "End the old secret now…" });
  await tabTo(page, page.getByRole("button", { name: "Switch to the new secret now" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("holds one signature only, the new secret’s.")).toBeVisible();
  await tabTo(page, end);
  await page.keyboard.press("Enter");
  await tabTo(page, dialog.getByRole("button", { name: "End it now" }));
  await page.keyboard.press("Enter");
  await expect(end).toHaveCount(0);
});
