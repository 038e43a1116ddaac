import { db } from "@/lib/platform/db";
import { makeMember } from "../support/factories/member";
import { expect, expectAccessible, signIn, test } from "./story";

test("a wrong password is said beside its field, and the address stays", async ({ page, salon }) => {
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill(salon.owner.email);
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(password).toHaveAccessibleDescription("E-mail and password do not match.");
  await expect(password).toBeFocused();
  await expect(page.getByLabel("E-mail")).toHaveValue(salon.owner.email);
  await expectAccessible(page);
});

test("a revoked session is out at the next request, and signing in leads back", async ({
  page,
  salon,
  expectedErrors,
}) => {
  // The page that is still open asks on for what is new.
  expectedErrors.push("401");
  await signIn(page, salon.owner);
  await db().session.updateMany({
    where: { user: { email: salon.owner.email } },
    data: { revokedAt: new Date() },
  });
  await page.goto(`/s/${salon.slug}/deliveries?status=failed`);
  await expect(page.getByText("Your session ended.")).toBeVisible();
  await page.getByLabel("E-mail").fill(salon.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(salon.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/deliveries\?status=failed$/);
});

test("a cookie kept from before signing out opens nothing", async ({ page, context, salon }) => {
  await signIn(page, salon.owner);
  const kept = await context.cookies();
  await page.getByRole("button", { name: /^Your profile/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/signin$/);
  await context.addCookies(kept);
  await page.goto(`/s/${salon.slug}/endpoints`);
  await expect(page).toHaveURL(/\/signin\?/);
});

test("signing in leads to no other site", async ({ page, salon }) => {
  await page.goto(`/signin?next=${encodeURIComponent("/.//elsewhere.example")}`);
  await page.getByLabel("E-mail").fill(salon.owner.email);
  await page.getByLabel("Password", { exact: true }).fill(salon.owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/s/${salon.slug}$`));
});

test("a sign-in that does not say which page it comes from is refused", async ({ page, salon }) => {
  const html = await (await page.request.get("/signin")).text();
  const form = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(
    /type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g,
  ))
    form.append(name, value.replaceAll("&quot;", '"'));
  form.append("email", salon.owner.email);
  form.append("password", salon.owner.password);
  const send = (headers: Record<string, string>) =>
    fetch(`${process.env.E2E_URL}/signin`, { method: "POST", body: form, redirect: "manual", headers });
  for (const headers of [{}, { origin: "null" }, { origin: "https://elsewhere.example" }]) {
    expect((await send(headers as Record<string, string>)).headers.has("set-cookie")).toBe(false);
  }
  expect((await send({ origin: process.env.E2E_URL ?? "" })).headers.has("set-cookie")).toBe(true);
});

test("pressing Add twice adds one endpoint, and its secret stands on no later page", async ({
  page,
  salon,
  receiver,
}) => {
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/new`);
  await page.getByLabel("URL").fill(`${receiver.url}/200?twice`);
  await page.getByLabel("Name").fill("Pressed twice");
  await page.getByLabel("Only these").check();
  await page.getByLabel("order.paid").check();
  await page.getByRole("button", { name: "Add endpoint" }).dblclick();
  const secret = await page.getByTestId("endpoint-secret").innerText();
  expect(await db().endpoint.findMany({ where: { storeId: salon.id } })).toMatchObject([
    { name: "Pressed twice", eventTypes: ["order.paid"] },
  ]);
  await page.getByRole("link", { name: "Go to Pressed twice" }).click();
  await expect(page.getByText("No deliveries yet")).toBeVisible();
  for (const path of ["endpoints", "endpoints/new", "deliveries"]) {
    await page.goto(`/s/${salon.slug}/${path}`);
    expect(await page.content()).not.toContain(secret.slice("whsec_".length));
  }
});

test("a viewer is told whom to ask, and is given no form", async ({ page, salon }) => {
  const viewer = await makeMember({ storeId: salon.id, role: "viewer", name: "Mira Janssens" });
  await signIn(page, viewer);
  await page.goto(`/s/${salon.slug}/endpoints`);
  const add = page.getByRole("button", { name: "Add endpoint" });
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await expect(add).toHaveAccessibleDescription("You are a viewer. Ask Ines Claes, the owner, to add one.");
  await expectAccessible(page);
  await page.goto(`/s/${salon.slug}/endpoints/new`);
  await expect(page.getByText("You are a viewer.")).toBeVisible();
  await expect(page.getByLabel("URL")).toHaveCount(0);
});

test("the chosen theme is in the page as the server sends it", async ({ page, salon }) => {
  await signIn(page, salon.owner);
  await page.getByRole("button", { name: "Change theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const html = await (await page.request.get(`/s/${salon.slug}/endpoints`)).text();
  expect(html).toContain('data-theme="dark"');
});

test("only the page's own scripts may run, and no other site may frame it", async ({ page }) => {
  const response = await page.goto("/signin");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).toContain("frame-ancestors 'none'");
});
