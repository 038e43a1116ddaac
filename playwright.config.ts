import { defineConfig, devices } from "@playwright/test";
import { browserArguments, findBrowser } from "./scripts/find-browser.mjs";

/** Stories of people, on the built app. `npm test` builds it; `npm run e2e` alone uses the last such build. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/start-app.ts",
  workers: 2,
  // Only what fails waits so long: a busy machine is slow.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    launchOptions: { executablePath: findBrowser(), args: browserArguments },
    trace: "retain-on-failure",
    timezoneId: "Europe/Brussels",
    locale: "en-GB",
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      testMatch: /\/(first-delivery|merchant-\w+|support|site-(booking|mishaps))\.spec\.ts$/,
      // Told of the desk alone: what needs keys, or is the same whatever it is read on.
      grepInvert: /@desk/,
      use: { ...devices["Pixel 7"] },
    },
  ],
});
