import { expect, expectAccessible, test } from "./story";

const guides = [
  "Quick start",
  "Verify a signature",
  "Retries and idempotency",
  "Poll until webhooks suit you",
];

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])
  test(`the guides are read without signing in, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/docs");
    for (const guide of guides) {
      await page.getByRole("navigation", { name: "Guides" }).getByRole("link", { name: guide }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide);
      await expectAccessible(page);
      const overhang = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overhang, "no sideways scrolling").toBe(0);
    }
  });

test("a guide's code is copied as it stands", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs/verify-signatures");
  await page.getByRole("button", { name: "Copy the code, app/api/webhooks/route.ts" }).first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^import \{ Webhook \} from/);
});
