/** `npm run screenshots`: the pictures of docs/images, from a running demo whose data is fresh. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { browserArguments, findOrInstallBrowser } from "./find-browser.mjs";
import { projectRoot } from "./launch/launcher.mjs";

const portal = process.argv[2] ?? "http://localhost:3000";
const site = process.argv[3] ?? "http://localhost:3001";
const store = `${portal}/s/odile`;
const folder = join(projectRoot, "docs/images");
const password = "opencals-demo";

/** What each picture shows: how to get there once signed in, and what has to be there first. */
const screens = {
  overview: async (page) => {
    await page.goto(store);
    await page.getByRole("heading", { name: "Needs you" }).waitFor();
  },
  endpoints: async (page) => {
    await page.goto(`${store}/endpoints`);
    await page.getByRole("row").nth(3).waitFor();
  },
  endpoint: async (page) => {
    await page.goto(`${store}/endpoints`);
    await page.getByRole("link", { name: "Client app" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Client app" }).waitFor();
    await page.getByRole("row").nth(3).waitFor();
  },
  secret: async (page) => {
    await page.goto(`${page.url()}/secret`);
    await page.getByRole("tab", { name: "Express" }).waitFor();
  },
  deliveries: async (page) => {
    await page.goto(`${store}/deliveries`);
    await page.getByRole("row").nth(3).waitFor();
  },
  delivery: async (page) => {
    await page.goto(`${store}/deliveries?status=failed`);
    await page.getByRole("row").nth(3).getByRole("link").first().click();
    await page.getByRole("heading", { name: "Payload" }).waitFor();
  },
  appointments: async (page) => {
    await page.goto(`${store}/appointments?view=week`);
    await page.getByRole("table").getByRole("link").nth(3).waitFor();
  },
  order: async (page) => {
    await page.goto(`${store}/orders?refund=partially-refunded`);
    await page.getByRole("table").getByRole("link").first().click();
    await page.getByRole("heading", { name: "Refunds" }).waitFor();
  },
  support: async (page) => {
    await signIn(page, `${portal}/support/signin`, "sam@opencals.example");
    await page.getByRole("row").nth(1).waitFor();
  },
  service: async (page) => {
    await page.setViewportSize({ width: 1440, height: 1000 });
    await page.goto(site);
    await page.getByRole("link", { name: "Balayage" }).click();
    const times = page.getByRole("group", { name: "Time", exact: true }).getByRole("radio");
    await times.first().check();
  },
  checkout: async (page) => {
    await page.getByRole("button", { name: "Keep this time for me" }).click();
    await page.getByLabel("First name").fill("Mara");
    await page.getByLabel("Last name").fill("Vos");
    await page.getByLabel("E-mail").fill("mara@example.com");
  },
};

async function signIn(page, url, email) {
  await page.goto(url);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((current) => !current.pathname.endsWith("/signin"));
}

/** As WebP, a third of a PNG's size; Playwright itself writes none. */
async function shoot(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 88 });
  await devtools.detach();
  return [`${name}.webp`, Buffer.from(data, "base64")];
}

const pictures = [];
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: browserArguments });
for (const colorScheme of ["light", "dark"]) {
  const page = await browser.newPage({
    colorScheme,
    reducedMotion: "reduce",
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/Brussels",
    locale: "en-GB",
  });
  await signIn(page, `${portal}/signin`, "ines@odile.example");
  for (const [name, open] of Object.entries(screens)) {
    await open(page);
    pictures.push(await shoot(page, `${name}-${colorScheme}`));
  }
  await page.close();
}
await browser.close();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, picture] of pictures) writeFileSync(join(folder, name), picture);
