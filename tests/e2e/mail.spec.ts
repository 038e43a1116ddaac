import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, expectAccessible, test } from "./story";

const run = promisify(execFile);

test("a customer's confirmation is read in the local inbox, as it looks and as text", async ({
  page,
  context,
  salon,
}) => {
  const email = `${salon.slug}@customers.example`;
  const env = { ...process.env, BASE_URL: process.env.E2E_URL, API_KEY: salon.key, CUSTOMER_EMAIL: email };
  await run(process.execPath, ["--import", "tsx", "tests/client/book.ts"], { env });

  await page.goto("/inbox");
  await expectAccessible(page);
  const entry = page.getByRole("link", { name: email });
  await expect(async () => {
    await page.reload();
    await expect(entry).toContainText("Booked: your appointment at Odile", { timeout: 1_000 });
    await expect(entry).not.toContainText("queued", { timeout: 1_000 });
  }).toPass();
  await entry.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Booked: your appointment at Odile");
  await expectAccessible(page, "iframe");
  const frame = page.getByTitle("The mail “Booked: your appointment");
  await expect(frame).toHaveAttribute("sandbox", "");

  const mail = await context.newPage();
  await mail.setContent((await frame.getAttribute("srcdoc")) ?? "");
  await expect(mail.getByRole("heading", { name: "Your appointment is booked" })).toBeVisible();
  await expect(mail.getByText("Lotte Maes")).toBeVisible();
  await expectAccessible(mail);

  await page.getByRole("link", { name: "As text" }).click();
  await expect(page.getByRole("group", { name: "Text of the mail" })).toContainText("Hello Ada,");
  await expectAccessible(page);
});

test("an unknown mail is a friendly 404", async ({ page, expectedErrors }) => {
  expectedErrors.push("404");
  const response = await page.goto("/inbox/01936f0e-0000-7000-8000-000000000000");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
