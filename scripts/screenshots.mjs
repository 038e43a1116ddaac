/** `node scripts/screenshots.mjs`: the pictures of docs/images, from a running demo (its address may follow). */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { browserArguments, findOrInstallBrowser } from "./find-browser.mjs";
import { projectRoot } from "./launch/launcher.mjs";

const url = process.argv[2] ?? "http://localhost:3000";
const folder = join(projectRoot, "docs/images");
const pages = {
  endpoints: "/s/odile/endpoints",
  deliveries: "/s/odile/deliveries",
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: browserArguments });
for (const colorScheme of ["light", "dark"]) {
  const page = await browser.newPage({
    baseURL: url,
    colorScheme,
    reducedMotion: "reduce",
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/Brussels",
  });
  const shoot = (name) => page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  await page.goto("/signin");
  await page.getByLabel("E-mail").fill("ines@odile.example");
  await page.getByLabel("Password", { exact: true }).fill("opencals-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/s/odile**");
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByRole("row").nth(3).waitFor();
    await shoot(name);
  }
  await page.goto("/s/odile/deliveries?status=failed");
  await page.getByRole("row").nth(3).getByRole("link").first().click();
  await page.getByRole("heading", { name: "Payload" }).waitFor();
  await shoot("delivery");
  await page.close();
}
await browser.close();
