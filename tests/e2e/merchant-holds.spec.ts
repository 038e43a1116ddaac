import { createEndpoint } from "@/lib/webhooks";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("disabled, booked three times, enabled to catch up: nothing is lost, and the sequence tells the acts in order", async ({
  page,
  salon,
  receiver,
}) => {
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint, secret } = await createEndpoint(salon.owner.ctx, input);
  receiver.secrets.push(secret);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}`);

  await test.step("disable it, knowing what that does", async () => {
    await page.getByRole("button", { name: "Disable…" }).click();
    await expect(page.getByRole("alertdialog", { name: "Disable My server?" })).toContainText(
      "Its events are held, not lost",
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "Disable", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Disabled" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Enable…" })).toBeVisible();
  });

  await test.step("three bookings are held in sight", async () => {
    for (let booking = 0; booking < 3; booking++) await book(salon.key);
    await expect(page.getByText("My server is disabled, 6 events are held.")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Held" })).toHaveCount(6);
    await expectAccessible(page);
    expect(receiver.requests).toHaveLength(0);
  });

  await test.step("enabling asks what becomes of them", async () => {
    await page.getByRole("button", { name: "Enable…" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Enable My server?" });
    await expect(dialog).toContainText("6 events are held since");
    await expect(page.getByLabel("Catch up")).toBeChecked();
    await expect(page.getByLabel("Discard")).not.toBeChecked();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Enable" }).dblclick();
    await expect(page.getByText("My server is enabled.")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(6);
  });

  await test.step("what arrived is complete, once each, and in order by its sequence", async () => {
    const events = receiver.requests
      .map(({ rawBody }) => JSON.parse(String(rawBody)))
      .sort((a, b) => a.sequence - b.sequence);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
    const acts = events.map(({ type, data }) => [type, data.order?.name ?? data.appointment.orderName]);
    const orders = [...new Set(acts.map(([, order]) => order))];
    expect(orders).toHaveLength(3);
    expect(acts).toEqual(
      orders.flatMap((order) => [
        ["appointment.created", order],
        ["order.paid", order],
      ]),
    );
    expect(receiver.requests.every(({ verdict }) => verdict.isVerified)).toBe(true);
  });
});

test("what is discarded becomes canceled and is never sent", async ({ page, salon, receiver }) => {
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}`);
  await page.getByRole("button", { name: "Disable…" }).click();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Disabled" })).toBeVisible();
  await book(salon.key, { provider: "cash" });
  await page.goto(`/s/${salon.slug}`);
  await page.getByRole("button", { name: "Enable…" }).click();
  await page.getByLabel("Discard").check();
  await page.getByRole("button", { name: "Enable", exact: true }).click();
  await expect(page.getByText("My server is enabled.")).toBeVisible();
  await page.goto(`/s/${salon.slug}/deliveries`);
  await expect(page.getByRole("row").filter({ hasText: "Canceled" })).toHaveCount(1);
  expect(receiver.requests).toHaveLength(0);
});
