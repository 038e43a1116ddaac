import { createEndpoint, disableEndpoint } from "@/lib/webhooks";
import { db } from "@/lib/platform/db";
import { makeAttempt, makeDelivery } from "../support/factories/delivery";
import { makeSupportAgent } from "../support/factories/support-agent";
import { book } from "./book";
import { expect, expectAccessible, signIn, signInToSupport, test } from "./story";

/** An endpoint, and a delivery to it for which all attempts failed. */
async function makeExhausted(salon: { owner: { ctx: Parameters<typeof createEndpoint>[0] } }, url: string) {
  const { ctx } = salon.owner;
  const { endpoint, secret } = await createEndpoint(ctx, { name: "My server", url, eventTypes: [] });
  const failure = { lastFailure: "http-status", lastStatusCode: 500, lastAttemptAt: new Date() };
  const at = { storeId: ctx.storeId, endpointId: endpoint.id };
  const delivery = await makeDelivery({ ...at, status: "exhausted", attempts: 10, ladder: 10, ...failure });
  await makeAttempt({
    storeId: ctx.storeId,
    deliveryId: delivery.id,
    number: 10,
    outcome: "failed",
    failure: "http-status",
    statusCode: 500,
    url,
  });
  return { endpoint, secret, delivery };
}

test("support resends what failed, for a reason that the merchant reads; it arrives under the same webhook-id", async ({
  page,
  salon,
  receiver,
}) => {
  test.slow();
  const sam = await makeSupportAgent();
  const store = `/support/stores/${salon.slug}`;
  // The first retry comes after some five seconds, the next after five minutes: by then support has resent it.
  const input = { name: "My server", url: `${receiver.url}/flaky?fail=2`, eventTypes: [] };
  const { secret } = await createEndpoint(salon.owner.ctx, input);
  receiver.secrets.push(secret);
  await book(salon.key);

  await test.step("sign in, and find the store by its id", async () => {
    await page.goto("/support/signin");
    await expectAccessible(page);
    await signInToSupport(page, sam);
    await expectAccessible(page);
    await page.keyboard.press("/");
    await page.keyboard.type(salon.id);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`${store}$`));
  });

  await test.step("see why its deliveries fail", async () => {
    await expect(page.getByText("My server is failing.")).toBeVisible();
    for (const type of ["appointment.created", "order.paid"])
      await expect(page.getByRole("row", { name: type })).toContainText("2 of 10");
    await expectAccessible(page);
    expect(receiver.requests).toHaveLength(4);
  });

  // Our own log holds what all stories did.
  const reason = `Their server is mended, ticket ${salon.id.slice(-6)}`;
  await test.step("no resend without a reason", async () => {
    await page.getByRole("button", { name: "Select all" }).click();
    await expect(page.getByText("2 selected")).toBeVisible();
    await page.getByRole("button", { name: "Resend…" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Resend 2 deliveries for Odile?" });
    await expectAccessible(page);
    const field = dialog.getByLabel("Reason");
    await dialog.getByRole("button", { name: "Resend" }).click();
    await expect(field).toHaveAccessibleDescription(/the merchant reads your name and the reason/);
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await field.fill(reason);
    await dialog.getByRole("button", { name: "Resend" }).dblclick();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("2 deliveries resent.")).toBeVisible();
  });

  await test.step("they arrive once more, with the ids and bytes that the server knows", async () => {
    await expect(page.getByText("No endpoint is failing at the moment.")).toBeVisible();
    expect(receiver.requests).toHaveLength(6);
    const [first, second, ...later] = receiver.requests;
    for (const { headers, rawBody, verdict } of later) {
      const known = [first, second].find((one) => one?.headers["webhook-id"] === headers["webhook-id"]);
      expect(rawBody).toEqual(known?.rawBody);
      expect(verdict.isVerified).toBe(true);
    }
    expect(receiver.requests.slice(4).map(({ headers }) => headers["x-opencals-attempt"])).toEqual([
      "3",
      "3",
    ]);
  });

  await test.step("our own log and the merchant's tell who and why", async () => {
    await page.goto("/support/audit");
    await expect(page.getByRole("row").filter({ hasText: reason })).toContainText("Resent 2 deliveries.");
    await expectAccessible(page);
    await signIn(page, salon.owner);
    await page.goto(`/s/${salon.slug}/audit`);
    const entry = page.getByRole("row").filter({ hasText: reason });
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText(sam.name);
    await expect(entry).toContainText("Opencals support");
    await expectAccessible(page);
  });
});

test(
  "support resends one delivery by keyboard alone, from its page",
  { tag: "@desk" },
  async ({ page, salon, receiver }) => {
    const { delivery, secret } = await makeExhausted(salon, `${receiver.url}/200`);
    receiver.secrets.push(secret);
    await signInToSupport(page, await makeSupportAgent());
    await page.keyboard.press("/");
    await page.keyboard.type(delivery.id);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/support/stores/${salon.slug}/deliveries/${delivery.id}$`));
    await expectAccessible(page);
    await page.keyboard.press("r");
    await expect(page.getByLabel("Reason")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("alertdialog")).toBeHidden();
    await page.getByRole("button", { name: "Resend…" }).press("Enter");
    await expect(page.getByLabel("Reason")).toBeFocused();
    await page.keyboard.type("Asked by phone, ticket 48214");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 delivery resent.")).toBeVisible();
    await expect(page.getByText(/Delivered at .*, attempt 11/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Resend…" })).toBeFocused();
    expect(receiver.requests.map(({ headers }) => headers["webhook-id"])).toEqual([delivery.eventId]);
  },
);

test("support disables an endpoint and enables it again; the merchant chose nothing, and reads both reasons", async ({
  page,
  salon,
  receiver,
}) => {
  const url = `${receiver.url}/200`;
  const { endpoint } = await createEndpoint(salon.owner.ctx, { name: "My server", url, eventTypes: [] });
  await signInToSupport(page, await makeSupportAgent());
  await page.goto(`/support/stores/${salon.slug}/endpoints/${endpoint.id}`);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Disable…" }).click();
  const disabling = page.getByRole("alertdialog", { name: "Disable My server for Odile?" });
  await disabling.getByRole("button", { name: "Disable" }).click();
  await expect(disabling.getByLabel("Reason")).toBeFocused();
  await disabling.getByLabel("Reason").fill("It floods their host, ticket 48215");
  await disabling.getByRole("button", { name: "Disable" }).dblclick();
  await expect(page.getByRole("heading", { name: "Disabled" })).toBeVisible();

  await book(salon.key);
  await expect(page.getByText("2 events are held.")).toBeVisible();
  await page.getByRole("button", { name: "Enable…" }).click();
  const enabling = page.getByRole("alertdialog", { name: "Enable My server for Odile?" });
  await expectAccessible(page);
  await enabling.getByLabel("Discard").check();
  await enabling.getByRole("button", { name: "Enable" }).click();
  await expect(enabling.getByLabel("Reason")).toBeFocused();
  await expect(enabling.getByLabel("Discard")).toBeChecked();
  await enabling.getByLabel("Catch up").check();
  await enabling.getByLabel("Reason").fill("They have more room now, ticket 48215");
  await enabling.getByRole("button", { name: "Enable" }).click();
  await expect(page.getByRole("heading", { name: "Healthy" })).toBeVisible();
  await expect.poll(() => receiver.requests.length).toBe(2);

  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/audit`);
  await expect(page.getByRole("row").filter({ hasText: "It floods their host" })).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: "They have more room now" })).toContainText(
    "sent its 2 held deliveries",
  );
});

test(
  "a session of one application opens nothing of the other, and an action nothing without its own",
  { tag: "@desk" },
  async ({ page, context, salon, receiver, expectedErrors }) => {
    expectedErrors.push("404");
    const { delivery } = await makeExhausted(salon, `${receiver.url}/200`);
    const path = `/support/stores/${salon.slug}/deliveries/${delivery.id}`;

    await test.step("a member is no agent: not by their session, nor by their password", async () => {
      await signIn(page, salon.owner);
      await page.goto(path);
      await expect(page).toHaveURL(/\/support\/signin\?next=/);
      await page.getByLabel("E-mail").fill(salon.owner.email);
      await page.getByLabel("Password", { exact: true }).fill(salon.owner.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
        "E-mail and password do not match.",
      );
      const live = await page.request.get(`/support/stores/${salon.slug}/live`);
      expect(live.status()).toBe(401);
    });

    const portalCookies = await context.cookies();
    await context.clearCookies();
    await signInToSupport(page, await makeSupportAgent());

    await test.step("an agent is no member", async () => {
      await page.goto(`/s/${salon.slug}/deliveries`);
      await expect(page).toHaveURL(/\/signin\?next=/);
    });

    await test.step("what an agent's page sends does nothing with a member's cookie, or none", async () => {
      await page.goto(path);
      const sent = page.waitForRequest((request) => request.method() === "POST");
      await page.getByRole("button", { name: "Resend…" }).click();
      // Refused for want of a reason; what it sent is sent again with one, by others.
      await page.getByRole("alertdialog").getByRole("button", { name: "Resend" }).click();
      const request = await sent;
      const body = request.postData()?.replace('"reason":""', '"reason":"By nobody"') ?? "";
      expect(body).toContain("By nobody");
      const headers = await request.allHeaders();
      const { "next-action": action = "", accept = "", origin = "" } = headers;
      const sendAs = (cookie: string) =>
        fetch(request.url(), {
          method: "POST",
          body,
          headers: {
            "next-action": action,
            accept,
            origin,
            cookie,
            "content-type": "text/plain;charset=UTF-8",
          },
          redirect: "manual",
        });
      const done = () => db().auditEntry.count({ where: { storeId: salon.id, reason: "By nobody" } });
      for (const cookie of ["", portalCookies.map(({ name, value }) => `${name}=${value}`).join("; ")]) {
        await sendAs(cookie);
        expect(await done()).toBe(0);
      }
      await sendAs(headers.cookie ?? "");
      expect(await done()).toBe(1);
    });

    await test.step("what is not there is not found, kindly", async () => {
      for (const missing of [
        "/support/stores/nowhere",
        `${path}x`,
        `/support/stores/${salon.slug}/endpoints/ep_x`,
      ]) {
        expect((await page.goto(missing))?.status(), missing).toBe(404);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(/No such store|Not in this store/);
        await expectAccessible(page);
      }
    });
  },
);

test(
  "an agent's ended session leads back to where they were, and one who left is out at once",
  { tag: "@desk" },
  async ({ page, salon, expectedErrors }) => {
    // The page's live stream, once its agent has left.
    expectedErrors.push("401");
    const sam = await makeSupportAgent();
    await signInToSupport(page, sam);
    await db().session.updateMany({ where: { userId: sam.id }, data: { revokedAt: new Date() } });
    await page.goto(`/support/stores/${salon.slug}?status=all`);
    await expect(page.getByText("Your session ended.")).toBeVisible();
    await page.getByLabel("E-mail").fill(sam.email);
    await page.getByLabel("Password", { exact: true }).fill(sam.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`/support/stores/${salon.slug}\\?status=all$`));
    await db().supportAgent.delete({ where: { userId: sam.id } });
    await page.goto("/support");
    await expect(page).toHaveURL(/\/support\/signin/);
  },
);

test("no page of the console holds a secret", { tag: "@desk" }, async ({ page, salon, receiver }) => {
  const { endpoint, delivery, secret } = await makeExhausted(salon, `${receiver.url}/200`);
  await disableEndpoint(salon.owner.ctx, { id: endpoint.id });
  await signInToSupport(page, await makeSupportAgent());
  const store = `/support/stores/${salon.slug}`;
  const hint = secret.slice(-5, -1);
  for (const path of [
    "/support",
    `/support?q=${salon.slug}`,
    store,
    `${store}/endpoints/${endpoint.id}`,
    `${store}/deliveries/${delivery.id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const content = await page.content();
    expect(content, path).not.toContain("whsec_");
    expect(content, path).not.toContain(secret.slice("whsec_".length));
    await expect(page.getByText(hint, { exact: true }), path).toHaveCount(0);
  }
});

test(
  "a reason that was written when the session ended is there again after signing in",
  { tag: "@desk" },
  async ({ page, salon, receiver, expectedErrors }) => {
    // The live stream, which asks who it is for as well.
    expectedErrors.push("401");
    const { delivery } = await makeExhausted(salon, `${receiver.url}/200`);
    const sam = await makeSupportAgent();
    await signInToSupport(page, sam);
    await page.goto(`/support/stores/${salon.slug}/deliveries/${delivery.id}`);
    await page.getByRole("button", { name: "Resend…" }).click();
    await page.getByLabel("Reason").fill("Asked by phone, ticket 7");
    await db().session.updateMany({ where: { user: { email: sam.email } }, data: { revokedAt: new Date() } });
    await page.getByRole("button", { name: "Resend", exact: true }).click();
    await expect(page.getByText("Your session ended.")).toBeVisible();
    await page.getByLabel("E-mail").fill(sam.email);
    await page.getByLabel("Password", { exact: true }).fill(sam.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`/deliveries/${delivery.id}$`));
    await page.getByRole("button", { name: "Resend…" }).click();
    await expect(page.getByLabel("Reason")).toHaveValue("Asked by phone, ticket 7");
    await page.getByRole("button", { name: "Resend", exact: true }).click();
    await expect.poll(() => receiver.requests.length).toBe(1);
  },
);
