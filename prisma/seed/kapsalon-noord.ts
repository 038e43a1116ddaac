import { makeLocation, makeProduct, makeSchedule, makeStaffMember } from "@/tests/support/factories/catalog";
import { makeStore } from "@/tests/support/factories/store";
import type { Shift } from "./plan-bookings";

const week = { days: [1, 2, 3, 4, 5, 6], from: "10:00:00", to: "18:00:00" };

/** The other store: small, and none of Odile's business. */
export async function makeKapsalonNoord() {
  const store = await makeStore({ name: "Kapsalon Noord", slug: "kapsalon-noord" });
  const storeId = store.id;
  const { id: scheduleId } = await makeSchedule({ storeId, name: "Week", hours: [week] });
  const location = await makeLocation({
    storeId,
    scheduleId,
    title: "Noord",
    slug: "noord",
    city: "Gent",
    country: "BE",
  });
  const femke = await makeStaffMember({
    storeId,
    scheduleId,
    firstName: "Femke",
    lastName: "Baert",
    slug: "femke",
    locationIds: [location.id],
  });
  const cut = await makeProduct({
    storeId,
    title: "Knippen",
    slug: "knippen",
    priceMinor: 3_900,
    durationSeconds: 45 * 60,
    staffMemberIds: [femke.id],
    locationIds: [location.id],
  });
  const shift: Shift = {
    staffMemberId: femke.id,
    locationId: location.id,
    products: [cut],
    spansOf: (weekday) => (week.days.includes(weekday) ? [[week.from, week.to]] : []),
  };
  return { store, shifts: [shift] };
}
