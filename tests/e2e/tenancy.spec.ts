import { createEndpoint } from "@/lib/webhooks";
import { makeMember } from "../support/factories/member";
import { makeStore } from "../support/factories/store";
import { expect, signIn, test } from "./story";

test("every page of another store is not found, whoever asks", async ({
  page,
  salon,
  receiver,
  expectedErrors,
}) => {
  expectedErrors.push("404");
  const other = await makeStore();
  const owner = await makeMember({ storeId: other.id });
  const input = { name: "Theirs", url: `${receiver.url}/200`, eventTypes: [] };
  const { endpoint } = await createEndpoint(owner.ctx, input);

  await signIn(page, salon.owner);
  const paths = [
    `/s/${other.slug}`,
    `/s/${other.slug}/endpoints`,
    `/s/${other.slug}/endpoints/new`,
    `/s/${other.slug}/endpoints/${endpoint.id}`,
    `/s/${other.slug}/deliveries`,
    `/s/${salon.slug}/endpoints/${endpoint.id}`,
  ];
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.locator("body")).not.toContainText("Theirs");
  }
});
