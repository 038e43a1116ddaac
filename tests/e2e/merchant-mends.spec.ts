import { createEndpoint } from "@/lib/webhooks";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("a receiver is down: its merchant reads why, mends it and resends", async ({
  page,
  salon,
  receiver,
}) => {
  const url = `${receiver.url}/hooks`;
  const { secret } = await createEndpoint(salon.owner.ctx, { name: "My server", url, eventTypes: [] });
  receiver.secrets.push(secret);
  await receiver.goDown();
  await book(salon.key, { provider: "cash" });
  await signIn(page, salon.owner);

  await test.step("the overview says what needs them, and where it went", async () => {
    await expect(page.getByText("1 has not", { exact: false })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Needs you" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: "See why" }).click();
  });

  await test.step("the delivery says what happened, what to do and when it is tried again", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("appointment.created to My server");
    await expect(
      page.getByRole("heading", { name: "The server is there, but nothing listens on port" }),
    ).toBeVisible();
    await expect(page.getByText("Start the application or its proxy.")).toBeVisible();
    // The second attempt follows after some five seconds; then there is time to mend it.
    await expect(page.getByText(/Will retry at .*, attempt 3 of 10\./)).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Attempt 10, planned" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("mended and resent, it arrives while one watches, under the id of its event", async () => {
    await receiver.comeUp();
    await page.getByRole("button", { name: "Resend now" }).click();
    await expect(page.getByText("My server answered 200", { exact: false })).toBeVisible();
    await expect(page.getByText(/Delivered at .*, attempt 3 of 10/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Resend", exact: true })).toBeVisible();
    await expectAccessible(page);
    expect(receiver.requests).toHaveLength(1);
    const [{ headers, rawBody, verdict }] = receiver.requests as [(typeof receiver.requests)[0]];
    expect(verdict.isVerified).toBe(true);
    expect(headers).toMatchObject({
      "x-opencals-attempt": "3",
      "webhook-id": JSON.parse(String(rawBody)).id,
    });
  });

  await test.step("nothing needs them any more, and the log says who resent it", async () => {
    await page.goto(`/s/${salon.slug}`);
    await expect(page.getByText("Nothing needs you.")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/s/${salon.slug}/audit`);
    const entry = page.getByRole("row").filter({ hasText: "Resent the delivery of appointment.created" });
    await expect(entry).toContainText("Ines Claes");
    await expectAccessible(page);
  });
});
