import { db } from "@/lib/platform/db";
import { createEndpoint, getEndpointSettings } from "@/lib/webhooks";
import { makeLocation } from "../support/factories/catalog";
import { makeMember } from "../support/factories/member";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

test("an owner says how an endpoint is served: what is wrong stands beside its field, what holds now too", async ({
  page,
  context,
  salon,
  receiver,
}) => {
  const input = { name: "My server", url: `${receiver.url}/hooks`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  const [here] = await db().location.findMany({ where: { storeId: salon.id } });
  const there = await makeLocation({ storeId: salon.id, title: "Second chair" });
  const settings = `/s/${salon.slug}/endpoints/${endpoint.id}/settings`;
  const waits = page.getByLabel("Waits before each retry");
  const description = page.getByLabel("Description");
  const save = page.getByRole("button", { name: "Save" });
  await signIn(page, salon.owner);

  await test.step("folded, until it is wanted", async () => {
    await page.goto(settings);
    await expect(waits).toBeHidden();
    await page.getByText("Advanced", { exact: true }).click();
    await expect(waits).toHaveAccessibleDescription(
      /Now: Retries after 5 s, 5 min, .*: 10 attempts in about 76 h\./,
    );
    await expect(page.getByLabel("Requests at once")).toHaveValue("10");
    await expectAccessible(page);
  });

  await test.step("what is wrong is refused beside its field, and everything entered stays", async () => {
    await description.fill("x".repeat(501));
    await waits.fill("5 s, 30 h");
    await page.getByLabel("Requests per second").fill("50");
    await page.getByRole("button", { name: "Add a header" }).click();
    await page.getByLabel("Name of header 1").fill("X-Api-Key");
    await page.getByLabel("Value of header 1").fill("hush");
    await page.getByLabel("Sign by Ed25519 too").check();
    await page.getByRole("checkbox", { name: "Second chair" }).check();
    await save.click();
    await expect(waits).toHaveAccessibleDescription(/30 h is too long: wait 24 h at most\./);
    await expect(waits).toHaveAttribute("aria-invalid", "true");
    await expect(description).toHaveAccessibleDescription(/A description has at most 500 characters\./);
    await expect(description).toHaveValue("x".repeat(501));
    await expect(page.getByLabel("Value of header 1")).toHaveValue("hush");
    await expect(page.getByRole("checkbox", { name: "Second chair" })).toBeChecked();
    await expectAccessible(page);
    expect((await getEndpointSettings(salon.owner.ctx, endpoint.id)).ratePerSecond).toBeNull();
  });

  await test.step("corrected, it is saved and said as what holds now", async () => {
    await description.fill("The till. Tom looks after it.");
    await waits.fill("5 s, 10 min");
    await save.click();
    await expect(page.getByRole("region", { name: "Results" })).toContainText("Saved.");
    await expect(waits).toHaveAccessibleDescription(
      /Now: Retries after 5 s, 10 min: 3 attempts in about 10 min\./,
    );
    await expect(page.getByLabel("Value of header 1")).toHaveValue("");
    await expect(page.getByText(`/.well-known/webhooks/${endpoint.id}/jwks.json`)).toBeVisible();
    expect(await getEndpointSettings(salon.owner.ctx, endpoint.id)).toMatchObject({
      retryDelays: [5, 600],
      ratePerSecond: 50,
      customHeaders: ["x-api-key"],
      signsEd25519: true,
      locationIds: [there.id],
    });
  });

  await test.step("the endpoint is narrowed; widened again, a booking arrives with the header and both signatures", async () => {
    await book(salon.key, { provider: "cash" });
    await page.getByRole("checkbox", { name: "Second chair" }).uncheck();
    await page.getByRole("checkbox", { name: here!.title }).check();
    await save.click();
    await expect
      .poll(async () => (await getEndpointSettings(salon.owner.ctx, endpoint.id)).locationIds)
      .toEqual([here!.id]);
    await book(salon.key, { provider: "cash" });
    await expect.poll(() => receiver.requests.length).toBe(1);
    const { headers } = receiver.requests[0]!;
    expect(headers["x-api-key"]).toBe("hush");
    expect(headers["webhook-signature"]).toMatch(/\bv1,.*\bv1a,|\bv1a,.*\bv1,/);
    await page.goto(`/s/${salon.slug}/endpoints/${endpoint.id}`);
    await expect(page.getByText("It gets 50 requests a second at most.")).toBeVisible();
    await expect(page.getByText("The till. Tom looks after it.")).toBeVisible();
  });

  await test.step("a viewer reads it and changes nothing", async () => {
    await page.goto("about:blank");
    await context.clearCookies();
    await signIn(page, await makeMember({ storeId: salon.id, role: "viewer", name: "Mira Janssens" }));
    await page.goto(settings);
    await page.getByText("Advanced", { exact: true }).click();
    await expect(waits).toBeDisabled();
    await expect(page.getByText("Ask Ines Claes, the owner, to change it.")).toBeVisible();
    await expectAccessible(page);
  });
});
