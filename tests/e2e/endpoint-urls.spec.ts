import { expect, signIn, test } from "./story";

const refused = [
  ["http://hooks.example.com/in", /https/],
  ["https://127.0.0.1/in", /public|private/],
  ["https://[::1]/in", /public|private/],
  ["https://ines:secret@hooks.example.com/in", /user|password|credential|name/i],
  ["https://hooks.example.com:22/in", /port/i],
  ["hooks.example.com", /URL|https/],
] as const;

test("a URL that may not be called is refused beside its field, and what was entered stays", async ({
  page,
  salon,
}) => {
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/endpoints/new`);
  await page.getByLabel("Name").fill("My server");
  for (const [url, reason] of refused) {
    const field = page.getByLabel("URL");
    await field.fill(url);
    await page.getByRole("button", { name: "Add endpoint" }).click();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(reason);
    await expect(field).toHaveValue(url);
    await expect(page.getByLabel("Name")).toHaveValue("My server");
  }
  await page.goto(`/s/${salon.slug}/endpoints`);
  await expect(page.getByText("No endpoints yet")).toBeVisible();
});
