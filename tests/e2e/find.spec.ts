import { createEndpoint } from "@/lib/webhooks";
import { db } from "@/lib/platform/db";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("one field finds an id at once, a number with its deliveries, and pages, by keyboard alone", async ({
  page,
  salon,
  receiver,
}) => {
  const input = { name: "Client app", url: `${receiver.url}/200`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await book(salon.key, { provider: "cash" });
  await expect
    .poll(() => db().delivery.count({ where: { endpointId: endpoint.id, status: "delivered" } }))
    .toBe(1);
  const delivery = await db().delivery.findFirstOrThrow({ where: { endpointId: endpoint.id } });
  const base = `/s/${salon.slug}`;
  await signIn(page, salon.owner);
  const field = page.getByRole("combobox", { name: "Find", exact: true });
  const chosen = page.getByRole("option", { selected: true });

  await test.step("an id that is pasted whole opens", async () => {
    // Keys are heard once the page has woken up.
    await expect(async () => {
      await page.keyboard.press("/");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await field.fill(` ${delivery.id}`);
    await expect(page).toHaveURL(new RegExp(`${base}/deliveries/${delivery.id}$`));
    await expect(field).toBeHidden();
  });

  await test.step("a number finds what it is of, and how that is", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await field.fill("1001");
    await expect(page.getByRole("option", { name: "Delivery appointment.created of 1001" })).toContainText(
      "Delivered",
    );
    await expect(chosen).toContainText("Appointment 1001Ada Lovelace, Haircut");
    await expectAccessible(page);
    await field.press("ArrowDown");
    await expect(chosen).toContainText("Order 1001Ada Lovelace");
    await field.press("ArrowDown");
    await expect(chosen).toContainText("to Client app");
    await field.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${base}/deliveries/${delivery.id}$`));
  });

  await test.step("a customer's name, as far as it is typed, finds what they booked", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await field.fill("love");
    await expect(page.getByRole("option", { name: "Order 1001" })).toBeVisible();
    await expect(chosen).toContainText("Appointment 1001");
    await page.keyboard.press("Escape");
  });

  await test.step("a part of a URL finds its endpoint, a word its page, nonsense nothing", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await field.fill(receiver.url);
    await expect(chosen).toContainText("Client app");
    await expect(chosen).toContainText("Healthy");
    await field.fill("nobody has this");
    await expect(page.getByText("Nothing matches.")).toBeVisible();
    await field.fill("audit");
    await expect(chosen).toContainText("Audit log");
    await field.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${base}/audit$`));
  });

  await test.step("on a phone it stands in the cover bar", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
  });
});

test("while the pointer is in a list, new rows wait, and come when asked for", async ({
  page,
  salon,
  receiver,
}) => {
  const input = { name: "Client app", url: `${receiver.url}/200`, eventTypes: [] };
  await createEndpoint(salon.owner.ctx, input);
  await book(salon.key);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/deliveries`);
  const rows = page.getByRole("row").filter({ hasText: "Delivered" });
  await expect(rows).toHaveCount(2);
  await rows.first().hover();
  await book(salon.key);
  const waiting = page.getByRole("button", { name: "2 new" });
  await expect(waiting).toBeVisible();
  await expect(rows).toHaveCount(2);
  await waiting.click();
  await expect(rows).toHaveCount(4);
});
