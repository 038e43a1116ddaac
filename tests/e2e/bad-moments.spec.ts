import { db } from "@/lib/platform/db";
import { createEndpoint, updateEndpoint } from "@/lib/webhooks";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("settings opened before somebody else's change say so, and keep what was entered", async ({
  page,
  salon,
  receiver,
}) => {
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}/settings`);
  await page.getByLabel("Name").fill("Mine");
  await updateEndpoint(salon.owner.ctx, { ...input, id: endpoint.id, name: "Theirs" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody else has changed this endpoint since you opened it.")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Mine");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Theirs");
  for (const name of ["Mine", "Mine, again"]) {
    await page.getByLabel("Name").fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  }
});

test("what is wrong is said beside its field, which takes the focus", async ({ page, salon, receiver }) => {
  const { owner } = salon;
  const make = (name: string) =>
    createEndpoint(owner.ctx, { name, url: `${receiver.url}/${name}`, eventTypes: [] });
  const { endpoint } = await make("one");
  const { endpoint: other } = await make("two");
  await signIn(page, owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}/settings`);
  const [url, name] = [page.getByLabel("URL", { exact: true }), page.getByLabel("Name")];
  await name.fill("  ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(name).toHaveAccessibleDescription("Give it a name.");
  await expect(name).toBeFocused();
  await name.fill("One");
  await url.fill(other.url);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(url).toHaveAccessibleDescription("This store has an endpoint with this URL already.");
  await expect(url).toBeFocused();
  await expect(name).toHaveValue("One");

  await page.getByRole("button", { name: "Delete endpoint…" }).click();
  const typed = page.getByLabel("Type its name");
  await typed.fill("two");
  await page.getByRole("button", { name: "Delete endpoint", exact: true }).click();
  await expect(typed).toHaveAccessibleDescription("Its name is one.");
  await expect(typed).toBeFocused();
  await typed.fill("one");
  await page.getByRole("button", { name: "Delete endpoint", exact: true }).dblclick();
  await expect(page.getByText("one is deleted.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/s/${salon.slug}/endpoints$`));
  await expect(page.getByRole("row").filter({ hasText: "two" })).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: "/one" })).toHaveCount(0);
});

test("a lost connection is said, nothing entered is lost, and the next try saves", async ({
  page,
  salon,
  receiver,
  expectedErrors,
}) => {
  expectedErrors.push("net::ERR_");
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}/settings`);
  await page.getByLabel("Name").fill("Renamed");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "Results" })).toContainText("No connection.");
  await expect(page.getByLabel("Name")).toHaveValue("Renamed");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Renamed" })).toBeVisible();
});

test("a session that ends while one works leads to signing in, and back to where one was", async ({
  page,
  salon,
  receiver,
  expectedErrors,
}) => {
  // The live stream, which asks who it is for as well.
  expectedErrors.push("401");
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}/secret`);
  await db().session.updateMany({
    where: { user: { email: salon.owner.email } },
    data: { revokedAt: new Date() },
  });
  await page.getByRole("button", { name: "Reveal the secret" }).click();
  await expect(page.getByText("Your session ended.")).toBeVisible();
  await page.getByLabel("E-mail").fill(salon.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(salon.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/endpoints/${endpoint.id}/secret$`));
});

test("what is not there is said calmly", async ({ page, salon, expectedErrors }) => {
  expectedErrors.push("404");
  await signIn(page, salon.owner);
  const unknown = "0".repeat(26);
  for (const path of [
    `endpoints/ep_${unknown}`,
    `endpoints/ep_${unknown}/secret`,
    `endpoints/ep_${unknown}/settings`,
    `deliveries/dlv_${unknown}`,
    `deliveries/dlv_${unknown}/like-this`,
    "nowhere",
  ]) {
    const response = await page.goto(`/s/${salon.slug}/${path}`);
    expect(response?.status(), path).toBe(404);
    await expectAccessible(page);
  }
});

test("filters stand in the URL, add up, and each goes by itself", async ({ page, salon, receiver }) => {
  const make = (name: string) =>
    createEndpoint(salon.owner.ctx, { name, url: `${receiver.url}/${name}`, eventTypes: [] });
  await make("first");
  await make("second");
  await book(salon.key);
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/deliveries`);
  const rows = page.getByRole("row").filter({ hasText: "Delivered" });
  await expect(rows).toHaveCount(4);
  await page.getByRole("button", { name: "Event type" }).click();
  await page.getByRole("menuitem", { name: "order.paid" }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Endpoint" }).click();
  await page.getByRole("menuitem", { name: "second" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Time" }).click();
  await page.getByRole("button", { name: "Last hour" }).click();
  await expect(page).toHaveURL(/type=order\.paid&endpoint=ep_\w+&from=/);
  await expect(rows).toHaveCount(1);
  await expectAccessible(page);
  await page.reload();
  await expect(rows).toHaveCount(1);

  await page.getByRole("link", { name: "Remove the filter time" }).click();
  await page.getByRole("link", { name: "Remove the filter event type" }).click();
  await expect(rows).toHaveCount(2);
  await page.goto(`/s/${salon.slug}/deliveries?type=order.refunded`);
  await expect(page.getByText("4 deliveries without the filters.")).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(rows).toHaveCount(4);
});
