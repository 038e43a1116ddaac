import { makeLocation, makeProduct, makeSchedule, makeStaffMember } from "@/tests/support/factories/catalog";
import { makeStore } from "@/tests/support/factories/store";

/** The other store: small, and none of Odile's business. */
export async function makeKapsalonNoord() {
  const store = await makeStore({ name: "Kapsalon Noord", slug: "kapsalon-noord" });
  const storeId = store.id;
  const schedule = await makeSchedule({
    storeId,
    name: "Week",
    hours: [{ days: [1, 2, 3, 4, 5, 6], from: "10:00:00", to: "18:00:00" }],
  });
  const scheduleId = schedule.id;
  const location = await makeLocation({
    storeId,
    scheduleId,
    title: "Noord",
    slug: "noord",
    city: "Gent",
    country: "BE",
  });
  const staffMember = await makeStaffMember({
    storeId,
    scheduleId,
    firstName: "Femke",
    lastName: "Baert",
    slug: "femke",
    locationIds: [location.id],
  });
  const product = await makeProduct({
    storeId,
    title: "Knippen",
    slug: "knippen",
    priceMinor: 3_900,
    durationSeconds: 45 * 60,
    staffMemberIds: [staffMember.id],
    locationIds: [location.id],
  });
  return { store, locations: [location], staff: [staffMember], products: [product] };
}
