import type { Page, Request } from "@playwright/test";
import { db } from "@/lib/platform/db";
import { createEndpoint, rotateSecret } from "@/lib/webhooks";
import { makeAppointment } from "../support/factories/appointment";
import { makeEndpoint } from "../support/factories/endpoint";
import { makeMember } from "../support/factories/member";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

type Call = { url: string; headers: Record<string, string>; body: Buffer };

/** Presses what sends a server action, and keeps the call from reaching the server. */
async function catchCall(page: Page, press: () => Promise<void>): Promise<Call> {
  const isAction = (request: Request) => request.method() === "POST" && "next-action" in request.headers();
  const caught = page.waitForRequest(isAction);
  await page.route("**/*", (route) => (isAction(route.request()) ? route.abort() : route.fallback()));
  await press();
  const request = await caught;
  await expect(page.getByRole("region", { name: "Results" })).toContainText("No connection.");
  await page.unroute("**/*");
  const { cookie: _, "content-length": __, ...headers } = await request.allHeaders();
  const sent = Object.entries(headers).filter(([name]) => !name.startsWith(":"));
  return { url: request.url(), headers: Object.fromEntries(sent), body: request.postDataBuffer()! };
}

test("a viewer reads everything and changes nothing, also by calling the actions directly", async ({
  page,
  context,
  salon,
  receiver,
  expectedErrors,
}) => {
  expectedErrors.push("net::ERR_FAILED");
  const input = { name: "My server", url: `${receiver.url}/500`, eventTypes: [] };
  const { endpoint } = await createEndpoint(salon.owner.ctx, input);
  await book(salon.key, { provider: "cash" });
  const failed = { endpointId: endpoint.id, status: "failed" };
  await expect.poll(() => db().delivery.count({ where: failed })).toBe(1);
  const delivery = await db().delivery.findFirstOrThrow({ where: failed });
  const rotated = await makeEndpoint({ storeId: salon.id, name: "Rotated" });
  await rotateSecret(salon.owner.ctx, { endpointId: rotated.id });
  const disabled = await makeEndpoint({ storeId: salon.id, name: "Disabled", disabledAt: new Date() });
  const base = `/s/${salon.slug}`;
  const page_ = {
    endpoint: `${base}/endpoints/${endpoint.id}`,
    delivery: `${base}/deliveries/${delivery.id}`,
    disabled: `${base}/endpoints/${disabled.id}`,
    rotated: `${base}/endpoints/${rotated.id}/secret`,
  };

  const calls = await test.step("what an owner's pages call", async () => {
    await signIn(page, salon.owner);
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const confirmed = async (opening: string, verb: string) => {
      await button(opening).click();
      await page.getByRole("alertdialog").getByRole("button", { name: verb, exact: true }).click();
    };
    const at = async (path: string, press: () => Promise<void>) => {
      await page.goto(path);
      return catchCall(page, press);
    };
    return [
      await at(`${base}/endpoints/new`, async () => {
        await page.getByLabel("URL").fill(`${receiver.url}/another`);
        await page.getByLabel("Name").fill("Another");
        await button("Add endpoint").click();
      }),
      await at(page_.endpoint, () => confirmed("Disable…", "Disable")),
      await at(page_.disabled, () => confirmed("Enable…", "Enable")),
      await at(page_.rotated, () => button("Switch to the new secret now").click()),
      await at(page_.rotated, () => confirmed("End the old secret now…", "End it now")),
      await at(page_.endpoint, () => confirmed("Send example…", "Send example")),
      await at(`${page_.endpoint}/secret`, () => button("Reveal the secret").click()),
      await at(`${page_.endpoint}/secret`, () => confirmed("Rotate…", "Rotate")),
      await at(`${page_.endpoint}/settings`, async () => {
        await page.getByLabel("Name").fill("Renamed");
        await button("Save").click();
      }),
      await at(`${page_.endpoint}/settings`, async () => {
        await button("Delete endpoint…").click();
        await page.getByLabel("Type its name").fill("My server");
        await page.getByRole("button", { name: "Delete endpoint", exact: true }).click();
      }),
      await at(page_.delivery, () => button("Resend now").click()),
      await at(page_.delivery, () => confirmed("Cancel retries…", "Cancel retries")),
      await at(`${base}/deliveries`, async () => {
        await page.getByLabel("Select all that are shown").check();
        await button("Resend 1").click();
      }),
    ];
  });

  await context.clearCookies();
  const viewer = await makeMember({ storeId: salon.id, role: "viewer", name: "Mira Janssens" });
  await signIn(page, viewer);

  await test.step("each page says why not, and whom to ask", async () => {
    const places: [path: string, name: string, what: string][] = [
      [page_.endpoint, "Disable…", "disable it"],
      [page_.endpoint, "Send example…", "send one"],
      [page_.disabled, "Enable…", "enable it"],
      [page_.rotated, "Switch to the new secret now", "decide this"],
      [`${page_.endpoint}/secret`, "Rotate…", "rotate it"],
      [`${page_.endpoint}/settings`, "Delete endpoint…", "delete it"],
      [page_.delivery, "Resend now", "resend it"],
    ];
    for (const [path, name, what] of places) {
      await page.goto(path);
      const button = page.getByRole("button", { name });
      await expect(button).toHaveAttribute("aria-disabled", "true");
      await expect(button).toHaveAccessibleDescription(
        `You are a viewer. Ask Ines Claes, the owner, to ${what}.`,
      );
      await expectAccessible(page);
    }
    await page.goto(`${page_.endpoint}/settings`);
    await expect(page.getByLabel("URL", { exact: true })).toBeDisabled();
    await page.goto(`${page_.endpoint}/secret`);
    await expect(page.getByRole("button", { name: /^(Reveal|Copy) the secret/ })).toHaveCount(0);
  });

  await test.step("each call is refused", () => expectRefused(page, salon.id, calls));

  await test.step("nor does it help to call from nowhere", async () => {
    await context.clearCookies();
    await signIn(page, salon.owner);
    const before = await everything(salon.id);
    for (const { url, headers, body } of calls) {
      const { origin: _, ...others } = headers;
      const response = await page.request.post(url, { headers: others, data: body });
      expect(response.status(), url).toBe(500);
    }
    expect(await everything(salon.id)).toEqual(before);
  });
});

test("a viewer moves no booking and no money, also by calling the actions directly", async ({
  page,
  context,
  salon,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push("net::ERR_FAILED");
  const where = { storeId: salon.id };
  await book(salon.key, { provider: "cash" });
  const cash = await db().appointment.findFirstOrThrow({ where });
  await book(salon.key);
  const paid = await db().cartPayment.findFirstOrThrow({ where: { ...where, status: "captured" } });
  await db().store.update({ where: { id: salon.id }, data: { captureMethod: "manual" } });
  await book(salon.key);
  const authorized = await db().cartPayment.findFirstOrThrow({ where: { ...where, status: "authorized" } });
  const pending = await makeAppointment({
    salon: {
      storeId: salon.id,
      product: await db().product.findFirstOrThrow({ where }),
      staffMember: await db().staffMember.findFirstOrThrow({ where }),
      location: await db().location.findFirstOrThrow({ where }),
    },
    from: new Date("2027-03-10T09:00:00Z"),
    status: "pending",
  });
  await signIn(page, salon.owner);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const confirmed = async (opening: string, verb: string | RegExp) => {
    await press(opening);
    await page.getByRole("alertdialog").getByRole("button", { name: verb, exact: true }).click();
  };
  const chooseTime = async () => {
    await press("Later day");
    await page.getByRole("radio", { name: "14:00" }).check();
  };
  const at = async (path: string, act: () => Promise<void>) => {
    await page.goto(`/s/${salon.slug}/${path}`);
    return catchCall(page, act);
  };
  const calls = [
    await at("appointments/new", async () => {
      await page.getByLabel("What").selectOption({ label: "Haircut" });
      await chooseTime();
      await page.getByLabel("E-mail").fill("noor@example.com");
      await press("Book");
    }),
    await at(`appointments/${cash.id}/reschedule`, async () => {
      await chooseTime();
      await press("Reschedule");
    }),
    await at(`appointments/${cash.id}`, () => confirmed("Cancel…", "Cancel appointment")),
    await at(`appointments/${pending.id}`, () => confirmed("Confirm…", "Confirm")),
    await at(`orders/${cash.orderId}`, () => confirmed("Mark as paid…", "Mark as paid")),
    await at(`orders/${paid.orderId}`, () => confirmed("Refund…", "Refund")),
    await at(`orders/${authorized.orderId}`, () => confirmed("Capture…", /^Capture €/)),
    await at(`orders/${authorized.orderId}`, () => confirmed("Void…", "Void payment")),
  ];
  await context.clearCookies();
  await signIn(page, await makeMember({ storeId: salon.id, role: "viewer" }));
  await expectRefused(page, salon.id, calls);
});

async function expectRefused(page: Page, storeId: string, calls: Call[]): Promise<void> {
  const before = await everything(storeId);
  for (const { url, headers, body } of calls) {
    const response = await page.request.post(url, { headers, data: body });
    expect(await response.text(), url).toContain("You are a viewer of this store.");
  }
  expect(await everything(storeId)).toEqual(before);
}

async function everything(storeId: string) {
  const where = { where: { storeId } };
  return {
    endpoints: await db().endpoint.findMany(where),
    secrets: await db().endpointSecret.findMany({ ...where, orderBy: { id: "asc" } }),
    deliveries: await db().delivery.count(where),
    canceled: await db().delivery.count({ where: { storeId, status: "canceled" } }),
    audit: await db().auditEntry.count(where),
    appointments: await db().appointment.findMany({ ...where, orderBy: { id: "asc" } }),
    payments: await db().cartPayment.findMany({ ...where, orderBy: { id: "asc" } }),
    transactions: await db().orderTransaction.findMany({ ...where, orderBy: { id: "asc" } }),
    refunds: await db().orderRefund.count(where),
    events: await db().event.count(where),
  };
}
