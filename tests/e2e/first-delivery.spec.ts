import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("a booking made with the official client arrives, signed, while its merchant watches", async ({
  page,
  salon,
  receiver,
}) => {
  const home = `/s/${salon.slug}`;
  await page.goto("/signin");
  await expectAccessible(page);
  await signIn(page, salon.owner);
  await expectAccessible(page);

  const secret = await test.step("add an endpoint and keep the secret that is shown once", async () => {
    await page.goto(`${home}/endpoints/new`);
    await expectAccessible(page);
    await page.getByLabel("URL").fill(`${receiver.url}/200`);
    await page.getByLabel("Name").fill("My server");
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await expect(page.getByRole("heading", { name: "My server is added" })).toBeVisible();
    await expectAccessible(page);
    return page.getByTestId("endpoint-secret").innerText();
  });
  receiver.secrets.push(secret);

  await test.step("watch the deliveries of a booking become delivered without a reload", async () => {
    await page.goto(`${home}/deliveries`);
    await expect(page.getByText("No deliveries yet")).toBeVisible();
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
    await book(salon.key);
    for (const type of ["appointment.created", "order.paid"]) {
      await expect(page.getByRole("row", { name: type }).getByText("Delivered")).toBeVisible();
    }
    expect(await page.evaluate(() => "neverReloaded" in window)).toBe(true);
    await expectAccessible(page);
  });

  await test.step("every library, and three lines without one, verify what the server got", async () => {
    expect(receiver.requests.map(({ headers }) => headers["x-opencals-event"]).sort()).toEqual([
      "appointment.created",
      "order.paid",
    ]);
    for (const { headers, rawBody, verdict } of receiver.requests) {
      const event = JSON.parse(rawBody.toString());
      expect(new Webhook(secret).verify(rawBody, headers)).toEqual(event);
      expect(new SvixWebhook(secret).verify(rawBody, headers)).toEqual(event);
      const plain = createHmac("sha256", secret).update(rawBody).digest("hex");
      expect(headers["x-opencals-signature"]).toBe(plain);
      expect(verdict.isVerified).toBe(true);
      expect(event).toMatchObject({ id: headers["webhook-id"], storeId: salon.id });
    }
  });

  await test.step("the delivery shows its attempt and the exact bytes", async () => {
    await page.getByRole("row", { name: "order.paid" }).getByRole("link", { name: "order.paid" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("order.paid to My server");
    await expect(page.getByText("webhook-signature").first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(`${home}/endpoints`);
    await expect(page.getByRole("row", { name: "My server" }).getByText("Healthy")).toBeVisible();
    await expectAccessible(page);
  });
});
