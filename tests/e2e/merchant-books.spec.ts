import type { Page } from "@playwright/test";
import type { EventType } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { createEndpoint } from "@/lib/webhooks";
import type { ReceivedRequest } from "../../scripts/receiver/received-request";
import { makeAppointment } from "../support/factories/appointment";
import { makeMember } from "../support/factories/member";
import { book } from "./book";
import { expect, expectAccessible, signIn, test } from "./story";

const dialog = (page: Page) => page.getByRole("alertdialog");
const arrived = /^My server ?, delivered$/;
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** What was received, each held against the schema of its type. */
function bodiesOf({ requests }: { requests: ReceivedRequest[] }) {
  const bodies = requests.map(({ rawBody }) => JSON.parse(String(rawBody)));
  for (const { type, data } of bodies)
    expect(eventTypeRegistry[type as EventType].data.parse(data)).toEqual(data);
  return bodies;
}

async function bookablesOf(storeId: string) {
  const where = { where: { storeId } };
  return {
    storeId,
    product: await db().product.findFirstOrThrow(where),
    staffMember: await db().staffMember.findFirstOrThrow(where),
    location: await db().location.findFirstOrThrow(where),
  };
}

test("a merchant captures, reschedules, cancels, refunds, voids and is paid by hand while the clock completes another; by sequence, the receiver's events tell it in order", async ({
  page,
  salon,
  receiver,
}) => {
  const url = `${receiver.url}/hooks`;
  const { secret } = await createEndpoint(salon.owner.ctx, { name: "My server", url, eventTypes: [] });
  receiver.secrets.push(secret);
  await db().store.update({ where: { id: salon.id }, data: { captureMethod: "manual" } });
  await book(salon.key);
  const { id, name } = await db().appointment.findFirstOrThrow({ where: { storeId: salon.id } });
  // The worker completes it within a minute, whatever the merchant does meanwhile.
  const over = await makeAppointment({
    salon: await bookablesOf(salon.id),
    from: new Date(Date.now() - 2 * 3_600_000),
    name: "2001",
  });
  const base = `/s/${salon.slug}`;
  await signIn(page, salon.owner);

  await test.step("the booking stands in the book", async () => {
    await page.goto(`${base}/appointments`);
    await expect(page.getByText("1 scheduled ahead.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: `appointment ${name}` }).click();
    await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: arrived })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step("what the card authorized is captured", async () => {
    await page.getByRole("link", { name: /^Order \d+$/ }).click();
    await expect(page.getByText("€45.00 is authorized and waits to be captured.")).toBeVisible();
    await press(page, "Capture…");
    await expect(dialog(page)).toContainText("Sends order.paid to 1 endpoint.");
    await press(page, "Capture €45.00");
    await expect(page.getByText("€45.00 was paid.")).toBeVisible();
    await page.goto(`${base}/appointments/${id}`);
    await expect(page.getByRole("link", { name: arrived })).toHaveCount(2);
  });

  await test.step("it is moved to another day, and says before what it sends", async () => {
    await page.getByRole("link", { name: "Reschedule…" }).click();
    await expect(page.getByText("Sends appointment.rescheduled to 1 endpoint.")).toBeVisible();
    await press(page, "Reschedule");
    await expect(page.getByText("Choose a time.")).toBeVisible();
    const day = page.getByLabel("Day", { exact: true });
    const before = await day.inputValue();
    await press(page, "Later day");
    await expect(day).not.toHaveValue(before);
    await expect(page.getByRole("radio").first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("radio", { name: "14:00" }).check();
    await press(page, "Reschedule");
    await expect(page).toHaveURL(`${base}/appointments/${id}`);
    await expect(page.getByText(/14:00 to 15:00, with/)).toBeVisible();
  });

  await test.step("it is canceled, once asked", async () => {
    await press(page, "Cancel…");
    await expect(dialog(page)).toContainText("Sends appointment.canceled to 1 endpoint.");
    await expectAccessible(page);
    await press(page, "Cancel appointment");
    await expect(page.getByText("The store canceled it.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Cancel…" })).toHaveCount(0);
  });

  await test.step("its money is owed; a bad amount is named beside its field, and nothing is sent for it", async () => {
    await page.getByRole("link", { name: /^Order \d+$/ }).click();
    await expect(page.getByText("Refund owed")).toBeVisible();
    await expectAccessible(page);
    await press(page, "Refund…");
    await expect(dialog(page)).toContainText("€45.00 of what Ada Lovelace paid remains.");
    await page.getByLabel("An amount").check();
    const amount = page.getByLabel("Amount in EUR");
    const refusals: [entered: string, said: RegExp][] = [
      ["45.01", /At most €45\.00/],
      ["0", /more than nothing/],
      ["-5", /more than nothing/],
      ["1.005", /2 digits after the point/],
      ["much", /such as 12\.50/],
    ];
    for (const [entered, said] of refusals) {
      await amount.fill(entered);
      await press(page, "Refund");
      await expect(amount).toHaveAccessibleDescription(said);
    }
    await expectAccessible(page);
    await amount.fill("20");
    await press(page, "Refund");
    await expect(page.getByText("€20.00 goes back.")).toBeVisible();
    await press(page, "Refund…");
    await expect(dialog(page)).toContainText("€25.00 of what");
    await expect(dialog(page)).toContainText("Sends order.refunded to 1 endpoint.");
    await page.getByLabel("All that remains").check();
    await press(page, "Refund");
    await expect(page.getByText("Refunded", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Refund…" })).toHaveCount(0);
  });

  await test.step("another's card is let go, which sends nothing, and it is paid in cash", async () => {
    await book(salon.key);
    await page.goto(`${base}/orders?payment=unpaid`);
    await expect(page.getByRole("row").filter({ hasText: "€45.00" })).toHaveCount(1);
    await page.getByRole("link", { name: /1002/ }).click();
    await press(page, "Void…");
    await expect(dialog(page)).toContainText("Sends nothing: no event tells of it.");
    await press(page, "Void payment");
    await expect(page.getByText("€45.00 is still due.")).toBeVisible();
    await press(page, "Mark as paid…");
    await expect(dialog(page)).toContainText("Sends order.paid to 1 endpoint.");
    await expectAccessible(page);
    await press(page, "Mark as paid");
    await expect(page.getByText("€45.00 was paid.")).toBeVisible();
  });

  await test.step("the receiver has them all, verified, of their schemas, in order by sequence", async () => {
    await expect.poll(() => receiver.requests.length, { timeout: 75_000 }).toBe(9);
    expect(receiver.requests.every(({ verdict }) => verdict.isVerified)).toBe(true);
    const bodies = bodiesOf(receiver);
    const [completed] = bodies.filter(({ type }) => type === "appointment.completed");
    expect(completed.data.appointment).toMatchObject({ id: over.id, status: "completed" });
    const told = bodies.filter((body) => body !== completed).toSorted((a, b) => a.sequence - b.sequence);
    expect(told.map(({ type }) => type)).toEqual([
      "appointment.created",
      "order.paid",
      "appointment.rescheduled",
      "appointment.canceled",
      "order.refunded",
      "order.refunded",
      "appointment.created",
      "order.paid",
    ]);
    const [created, , moved, canceled, part, rest] = told.map(({ data }) => data);
    expect(moved.previous.from).toBe(created.appointment.from);
    expect(canceled).toMatchObject({ canceledBy: "merchant", appointment: { from: moved.appointment.from } });
    expect([part.refund.total, rest.refund.total, rest.order.refundStatus]).toEqual([
      20,
      25,
      "fully-refunded",
    ]);
  });

  await test.step("the booking, the list of events and an event's page tell the same", async () => {
    await page.goto(`${base}/appointments/${id}`);
    await expect(page.getByRole("link", { name: arrived })).toHaveCount(6);
    await page.goto(`${base}/events`);
    await expect(page.getByRole("row").filter({ hasText: "order.refunded" })).toHaveCount(2);
    await expectAccessible(page);
    await page.getByRole("link", { name: "appointment.rescheduled" }).click();
    await expect(page.getByText("It reached the endpoint that wants it.")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: `Appointment ${name}` }).click();
    await expect(page).toHaveURL(`${base}/appointments/${id}`);
  });
});

test("a booking by hand takes a live slot, tells its endpoint, and stands in day and week", async ({
  page,
  salon,
  receiver,
}) => {
  await createEndpoint(salon.owner.ctx, { name: "My server", url: `${receiver.url}/200`, eventTypes: [] });
  const base = `/s/${salon.slug}/appointments`;
  await signIn(page, salon.owner);
  await page.goto(`${base}/new`);
  await expectAccessible(page);
  await page.getByLabel("What").selectOption({ label: "Haircut" });
  await press(page, "Later day");
  await page.getByRole("radio", { name: "10:00" }).check();
  await press(page, "Book");
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/we know customers by it/);
  await page.getByLabel("First name").fill("Noor");
  await page.getByLabel("E-mail").fill("noor@example.com");
  await expect(page.getByText("Sends appointment.created to 1 endpoint.")).toBeVisible();
  await press(page, "Book");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Haircut for Noor");
  await expect.poll(() => receiver.requests.length).toBe(1);
  expect(bodiesOf(receiver)).toMatchObject([
    { type: "appointment.created", data: { appointment: { createdBy: "merchant", orderId: null } } },
  ]);
  await page.getByRole("link", { name: /10:00 to 11:00/ }).click();
  await expect(page.getByRole("link", { name: /10:00 .*Haircut.* Noor/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Week" }).click();
  await expect(
    page.getByRole("link", { name: /10:00 .*Haircut.* Noor/ }).filter({ visible: true }),
  ).toBeVisible();
  await expectAccessible(page);
});

test("the calendar is walked by arrows and opened by Enter", { tag: "@desk" }, async ({ page, salon }) => {
  const at = (time: string) => new Date(`2027-03-10T${time}:00Z`);
  const fields = { salon: await bookablesOf(salon.id) };
  const first = await makeAppointment({ ...fields, from: at("09:00"), name: "2001", status: "completed" });
  await makeAppointment({ ...fields, from: at("11:00"), name: "2002", status: "canceled" });
  const third = await makeAppointment({ ...fields, from: at("13:00"), name: "2003", status: "pending" });
  await signIn(page, salon.owner);
  await page.goto(`/s/${salon.slug}/appointments?view=day&date=2027-03-10`);
  const entry = (name: string) => page.getByRole("link", { name: new RegExp(`appointment ${name}$`) });
  await expect(entry("2001")).toHaveAccessibleName(/^10:00 to 11:00 Haircut Ada Maes ?, completed/);
  await entry("2001").focus();
  await page.keyboard.press("ArrowDown");
  await expect(entry("2002")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(entry("2003")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(entry("2001")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/appointments/${first.id}$`));

  await page.goto(`/s/${salon.slug}/appointments/${third.id}`);
  await press(page, "Confirm…");
  await expect(dialog(page)).toContainText("Sends nothing: no event tells of it.");
  await press(page, "Confirm");
  await expect(page.getByText("Scheduled", { exact: true })).toBeVisible();
  expect(await db().event.count({ where: { storeId: salon.id } })).toBe(0);
});

test(
  "a viewer reads bookings and orders, and is told whom to ask",
  { tag: "@desk" },
  async ({ page, salon }) => {
    await book(salon.key);
    const { id, orderId } = await db().appointment.findFirstOrThrow({ where: { storeId: salon.id } });
    await signIn(page, await makeMember({ storeId: salon.id, role: "viewer", name: "Mira Janssens" }));
    const base = `/s/${salon.slug}`;
    const asks = "You are a viewer. Ask Ines Claes, the owner, to";
    const places: [path: string, button: string, what: string][] = [
      ["appointments", "Book by hand", "book by hand"],
      [`appointments/${id}`, "Reschedule…", "change it"],
      [`appointments/${id}`, "Cancel…", "change it"],
      [`orders/${orderId}`, "Refund…", "change it"],
    ];
    for (const [path, name, what] of places) {
      await page.goto(`${base}/${path}`);
      const button = page.getByRole("button", { name });
      await expect(button).toHaveAttribute("aria-disabled", "true");
      await expect(button).toHaveAccessibleDescription(`${asks} ${what}.`);
    }
    await expectAccessible(page);
    for (const path of ["appointments/new", `appointments/${id}/reschedule`]) {
      await page.goto(`${base}/${path}`);
      await expect(page.getByText("You are a viewer.")).toBeVisible();
      await expect(page.getByRole("radio")).toHaveCount(0);
    }
  },
);

test(
  "the catalogue says when each event fires, and gives its schema",
  { tag: "@desk" },
  async ({ page, salon }) => {
    await signIn(page, salon.owner);
    await page.goto(`/s/${salon.slug}/catalogue`);
    for (const [group, types] of Object.entries({ Appointments: 4, Orders: 2, Operational: 3 }))
      await expect(page.getByRole("region", { name: group }).getByText("Fires when")).toHaveCount(types);
    await expectAccessible(page);
    await page.getByRole("link", { name: "order.refunded" }).click();
    await expect(page.getByRole("heading", { name: "What merchants automate with it" })).toBeVisible();
    await expectAccessible(page);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "JSON Schema" }).click();
    expect((await downloading).suggestedFilename()).toBe("order.refunded.schema.json");
  },
);
