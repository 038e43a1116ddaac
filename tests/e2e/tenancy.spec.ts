import { createEndpoint } from "@/lib/webhooks";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { makeAppointment } from "../support/factories/appointment";
import { makeBookable } from "../support/factories/booking";
import { makeEvent } from "../support/factories/event";
import { makeMember } from "../support/factories/member";
import { expect, signIn, test } from "./story";

test("every page of another store is not found, whoever asks", async ({
  page,
  salon,
  receiver,
  expectedErrors,
}) => {
  expectedErrors.push("404");
  const salonOfOthers = await makeBookable();
  const { storeId } = salonOfOthers;
  const other = await db().store.update({ where: { id: storeId }, data: { name: "Theirs" } });
  const owner = await makeMember({ storeId });
  const appointment = await makeAppointment({ salon: salonOfOthers, from: new Date("2027-03-10T09:00:00Z") });
  const order = await db().order.create({
    data: { id: newId(), storeId, name: "1001", customerId: appointment.customerId!, currency: "EUR" },
  });
  const event = await makeEvent({ storeId });
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
    ...[appointment.id, newId(), "1001"].flatMap((id) => [
      `/s/${salon.slug}/appointments/${id}`,
      `/s/${salon.slug}/appointments/${id}/reschedule`,
    ]),
    ...[order.id, newId(), "1001"].map((id) => `/s/${salon.slug}/orders/${id}`),
    ...[event.id, "evt_1001"].map((id) => `/s/${salon.slug}/events/${id}`),
    `/s/${salon.slug}/catalogue/order.lost`,
    `/s/${other.slug}/appointments/${appointment.id}`,
    `/s/${other.slug}/orders/${order.id}`,
    `/s/${other.slug}/events/${event.id}`,
  ];
  for (const path of paths) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.locator("body")).not.toContainText("Theirs");
  }
});
