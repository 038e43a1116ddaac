import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { createEndpoint } from "@/lib/webhooks";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("a secret is rotated under a live receiver: each delivery verifies with the secrets of its time", async ({
  page,
  context,
  salon,
  receiver,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const input = { name: "My server", url: `${receiver.url}/api/webhooks`, eventTypes: [] };
  const { endpoint, secret: old } = await createEndpoint(salon.owner.ctx, input);
  receiver.secrets.push(old);
  const nextDelivery = async () => {
    const count = receiver.requests.length;
    await book(salon.key, { provider: "cash" });
    await expect.poll(() => receiver.requests.length).toBe(count + 1);
    const { headers, rawBody, verdict } = receiver.requests[count]!;
    expect(verdict.isVerified, "the receiver, with the secrets it has").toBe(true);
    const verifies = (secret: string) => {
      try {
        return Boolean(new Webhook(secret).verify(rawBody, headers));
      } catch {
        return false;
      }
    };
    const signsPlainly = (secret: string) =>
      createHmac("sha256", secret).update(rawBody).digest("hex") === headers["x-opencals-signature"];
    return { verifies, signsPlainly };
  };
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}/secret`);

  await test.step("before: the one secret", async () => {
    const delivery = await nextDelivery();
    expect([delivery.verifies(old), delivery.signsPlainly(old)]).toEqual([true, true]);
    await expect(page.getByRole("tabpanel", { name: "Next.js" })).toContainText("app/api/webhooks/route.ts");
    await page.getByRole("tab", { name: "Express" }).click();
    await expect(page.getByRole("tabpanel", { name: "Express" })).toContainText('app.post("/api/webhooks"');
    await expectAccessible(page);
  });

  await test.step("rotating asks for how long the old one goes on", async () => {
    await page.getByRole("button", { name: "Rotate…" }).click();
    await expect(page.getByRole("alertdialog", { name: "Rotate the secret of My server?" })).toBeVisible();
    await expect(page.getByLabel("The old secret goes on for")).toHaveValue("24");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Rotate", exact: true }).click();
    await expect(page.getByRole("heading", { name: "The old secret keeps signing until" })).toBeVisible();
    await expectAccessible(page);
  });

  const fresh =
    await test.step("the new secret is copied without being shown, and revealed for half a minute", async () => {
      await page.getByRole("button", { name: "Copy the new secret" }).click();
      await expect(page.getByRole("button", { name: "Copied the new secret" })).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      await expect(page.getByText(copied)).toHaveCount(0);
      await page.getByRole("button", { name: "Reveal the new secret" }).click();
      await expect(page.getByText(copied)).toBeVisible();
      await expect(page.getByRole("button", { name: "Hide the new secret" })).toContainText(/0:[12]\d/);
      await page.getByRole("button", { name: "Hide the new secret" }).click();
      await expect(page.getByText(copied)).toHaveCount(0);
      return copied;
    });

  await test.step("during: both sign, the plain header with the old one until it is switched", async () => {
    const before = await nextDelivery();
    expect([before.verifies(old), before.verifies(fresh)]).toEqual([true, true]);
    expect([before.signsPlainly(old), before.signsPlainly(fresh)]).toEqual([true, false]);
    receiver.secrets.splice(0, 1, fresh);
    await page.getByRole("button", { name: "Switch to the new secret now" }).click();
    await expect(page.getByText("holds one signature only, the new secret’s.")).toBeVisible();
    const after = await nextDelivery();
    expect([after.verifies(old), after.verifies(fresh)]).toEqual([true, true]);
    expect([after.signsPlainly(old), after.signsPlainly(fresh)]).toEqual([false, true]);
  });

  await test.step("after: the old one is ended and signs nothing", async () => {
    await page.getByRole("button", { name: "End the old secret now…" }).click();
    await expect(page.getByRole("alertdialog", { name: "End the old secret now?" })).toContainText(
      "A server that still uses it will refuse what we send.",
    );
    await expectAccessible(page);
    await page.getByRole("button", { name: "End it now" }).click();
    await expect(page.getByRole("heading", { name: "The old secret keeps signing until" })).toHaveCount(0);
    const delivery = await nextDelivery();
    expect([delivery.verifies(old), delivery.verifies(fresh)]).toEqual([false, true]);
    expect([delivery.signsPlainly(old), delivery.signsPlainly(fresh)]).toEqual([false, true]);
  });

  await test.step("every look at a secret is in the log", async () => {
    await page.goto(`/s/${salon.slug}/audit`);
    for (const what of ["Rotated the secret", "Switched the raw body", "Ended an older secret"])
      await expect(page.getByRole("row").filter({ hasText: what })).toHaveCount(1);
    await expect(page.getByRole("row").filter({ hasText: "Looked at a secret" })).toHaveCount(2);
  });
});
