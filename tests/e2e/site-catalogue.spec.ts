import { db } from "@/lib/platform/db";
import { revalidateSeconds } from "./run-site";
import { expect, expectAccessible, keepIt, lookAtTimes, test, times } from "./site-story";

/** For the visit that starts a refresh and the one that sees it, for what failed to be tried again, and a busy machine. */
const patienceSeconds = 30;

test("times are asked for once per view, and never kept", async ({ page, site }) => {
  const asked = () =>
    site.api.calls.flatMap(({ path }) => /current-availab[\w-]+/.exec(path)?.[0] ?? []).sort();
  const [ofDay, ofAll] = ["current-availabilities", "current-availability-ranges"];
  await page.goto(site.url);
  await page.goto(site.serviceUrl);
  await expect(times(page).first()).toBeVisible();
  expect(asked()).toEqual([ofDay, ofAll]);
  const days = page.getByRole("group", { name: "Day", exact: true }).getByRole("radio");
  for (const day of [1, 2]) {
    const answered = page.waitForResponse((response) => response.url().includes("/api/times"));
    await days.nth(day).check();
    await answered;
    await expect(times(page).first()).toBeVisible();
  }
  await page.getByRole("radio", { name: /Lotte/ }).check();
  await times(page).nth(5).check();
  expect(asked()).toEqual([ofDay, ofDay, ofDay, ofAll]);
  await lookAtTimes(page, site);
  expect(asked(), "again, also for what was seen before").toEqual([...Array(5).fill(ofDay), ofAll, ofAll]);
});

test("while the store is away its pages are served, saying as of when; then what is new there shows in seconds", async ({
  page,
  salon,
  site,
}) => {
  const asOf = page.getByText("Services and prices as of");
  await lookAtTimes(page, site);
  await times(page).nth(20).check();
  await keepIt(page);
  await expect(page.getByRole("heading", { level: 1, name: "Nearly yours" })).toBeVisible();
  await page.goto(site.url);
  await expect(asOf).toBeVisible();

  await test.step("away: the pages stay, and their refreshing fails unseen", async () => {
    site.api.cut();
    const refusedAfterReload = async () => {
      await page.reload();
      return site.api.refused();
    };
    await expect.poll(refusedAfterReload).toBeGreaterThan(0);
    await page.reload();
    await expect(page.getByRole("link", { name: "Haircut" })).toBeVisible();
    await expect(asOf).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("away: a service is shown as of when it was read, its times are not", async () => {
    await page.getByRole("link", { name: "Haircut" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Haircut" })).toBeVisible();
    await expect(page.getByText(/You see the salon as of \d+:\d\d/)).toBeVisible();
    await expect(page.getByText("Times cannot be shown until the connection is back.")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("away: the basket says so, and comes when it is asked again", async () => {
    await page.goto(`${site.url}/checkout`);
    await expect(page.getByRole("heading", { level: 1, name: "The salon does not answer" })).toBeVisible();
    await expectAccessible(page);
    site.api.mend();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Nearly yours" })).toBeVisible();
  });

  await test.step("back: times come by themselves where one looks, and so does a new name", async () => {
    site.api.cut();
    await page.goto(site.serviceUrl);
    await expect(page.getByText(/You see the salon as of/)).toBeVisible();
    site.api.mend();
    await expect(times(page).first()).toBeVisible();
    await db().product.updateMany({ where: { storeId: salon.id }, data: { title: "Haircut and talk" } });
    const renamed = page.getByRole("heading", { level: 1, name: "Haircut and talk" });
    const isRenamed = async () => {
      await page.reload();
      return renamed.isVisible();
    };
    await expect.poll(isRenamed, { timeout: (revalidateSeconds + patienceSeconds) * 1000 }).toBe(true);
  });
});
