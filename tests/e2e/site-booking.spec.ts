import {
  bookIt,
  expect,
  expectAccessible,
  fillDetails,
  keepIt,
  lookAtTimes,
  signIn,
  test,
  times,
} from "./site-story";

test("a customer books on the website; its merchant sees that delivered, and the website hears of it", async ({
  page,
  context,
  salon,
  site,
}) => {
  const merchant = await context.newPage();
  await signIn(merchant, salon.owner);
  await merchant.goto(`/s/${salon.slug}/deliveries`);
  await expect(merchant.getByText("No deliveries yet")).toBeVisible();

  await test.step("a service is found, and a person, a day and a time are chosen", async () => {
    await page.goto(site.url);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Haircut" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Haircut" })).toBeVisible();
    await lookAtTimes(page, site);
    await page.getByRole("radio", { name: /Lotte/ }).check();
    await times(page).nth(30).check();
    await expect(page.getByText("Haircut with Lotte, Main street")).toBeVisible();
    await expectAccessible(page);
    await keepIt(page);
  });

  await test.step("the time is kept while details are filled in; what is missing is said beside its field", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Nearly yours" })).toBeVisible();
    await expect(page.getByRole("timer")).toContainText("Your time is kept for 15 minutes");
    await bookIt(page);
    await expect(page.getByLabel("First name")).toBeFocused();
    await expect(page.getByLabel("First name")).toHaveAccessibleDescription("Tell us your first name.");
    await fillDetails(page);
    await page.getByLabel("E-mail").fill("ada@");
    await page.getByRole("radio", { name: "At the salon" }).check();
    await bookIt(page);
    await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription("Something is missing after the @.");
    await expect(page.getByLabel("E-mail")).toHaveValue("ada@");
    await expectAccessible(page);
    await page.getByLabel("E-mail").fill("ada@example.com");
  });

  await test.step("a double click books once", async () => {
    await page.getByRole("button", { name: /^Book/ }).dblclick();
    await expect(page.getByRole("heading", { level: 1, name: /^See you on/ })).toBeVisible();
    await expect(page.getByText("You pay €\u00a045.00 at the salon.")).toBeVisible();
    await expectAccessible(page);
    const link = page.getByRole("link", { name: "Add it to my calendar" });
    const calendar = await page.request.get(new URL((await link.getAttribute("href")) ?? "", site.url).href);
    expect(await calendar.text()).toContain("SUMMARY:Haircut at Odile");
  });

  await test.step("the merchant sees the one event arrive at the website, without a reload", async () => {
    const row = merchant.getByRole("row").filter({ hasText: "appointment.created" });
    await expect(row.getByText("Delivered")).toBeVisible();
    await expect(row).toContainText("Booking site");
    await expect(merchant.getByRole("row").filter({ hasText: "Delivered" })).toHaveCount(1);
  });

  await test.step("the website verified it by both signatures and processed it", async () => {
    await page.getByRole("link", { name: "What the salon’s system told us" }).click();
    const heard = page.getByRole("row").filter({ hasText: "appointment.created" });
    await expect(heard).toContainText("Haircut, Ada Lovelace");
    await expect(heard).toContainText("both match");
    await expect(heard).toContainText(/after \d+ ms/);
    await expectAccessible(page);
  });
});
