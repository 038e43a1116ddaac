import type pg from "pg";
import { newId } from "@/lib/platform/ids";
import { makeApiKey } from "@/tests/support/factories/api-key";
import { makeLocation, makeProduct, makeSchedule, makeStaffMember } from "@/tests/support/factories/catalog";
import { makeStore } from "@/tests/support/factories/store";

export type BusyMonth = { storeId: string; key: string; productId: string; appointmentId: string };

const timezone = "Europe/Brussels";
const horizonDays = 31;
const staffCount = 20;
export const appointmentCount = 5_000;

/**
 * A product that 20 staff members give at two places, each with hours of their own, and 5,000 appointments of a month, of it
 * and of another product, with buffers; among those of other stores that are as busy.
 */
export async function makeBusyMonth(client: pg.Client, otherStoreCount: number): Promise<BusyMonth> {
  const store = await makeStore({ timezone, name: "Busy" });
  const storeId = store.id;
  const places = await Promise.all(
    ["08:00:00", "09:00:00"].map(async (from) => {
      const { id } = await makeSchedule({ storeId, timezone, hours: [{ from, to: "20:00:00" }] });
      return makeLocation({ storeId, scheduleId: id });
    }),
  );
  const locationIds = places.map(({ id }) => id);
  const staff: string[] = [];
  for (let index = 0; index < staffCount; index++) {
    const { id: scheduleId } = await makeSchedule({ storeId, timezone, hours: hoursOf(index) });
    staff.push((await makeStaffMember({ storeId, scheduleId, locationIds })).id);
  }
  const fields = { storeId, staffMemberIds: staff, locationIds, durationSeconds: 1800 };
  const product = await makeProduct({
    ...fields,
    title: "Haircut",
    beforeGapSeconds: 300,
    afterGapSeconds: 300,
    advanceScheduleDays: horizonDays,
  });
  const other = await makeProduct({ ...fields, title: "Color" });
  const productIds = [product.id, other.id];
  await book(client, { storeId, staff, productIds, locationId: locationIds[0]! });
  for (let index = 0; index < otherStoreCount; index++) {
    const { id } = await makeStore({ timezone, name: `Other ${index}` });
    const theirs = Array.from({ length: staffCount }, () => newId());
    await book(client, { storeId: id, staff: theirs, productIds: [newId()], locationId: newId() });
  }
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM appointment WHERE store_id = $1 ORDER BY "from" LIMIT 1',
    [storeId],
  );
  const { key } = await makeApiKey({ storeId });
  return { storeId, key, productId: product.id, appointmentId: rows[0]!.id };
}

/** Six days a week, split by a break that lies elsewhere for each. */
function hoursOf(index: number) {
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== (index % 7) + 1);
  const noon = 12 + (index % 3);
  return [
    { days, from: "08:30:00", to: `${noon}:00:00` },
    { days, from: `${noon}:45:00`, to: "19:00:00" },
  ];
}

type Booked = { storeId: string; staff: string[]; productIds: string[]; locationId: string };

/** Bookings of 30 minutes, from eight in the morning on, spread evenly over people and days; with five minutes around each. */
async function book(client: pg.Client, { storeId, staff, productIds, locationId }: Booked): Promise<void> {
  await client.query(
    `WITH planned AS (
      SELECT gen_random_uuid() AS id, gen_random_uuid() AS occupancy_id, n,
        ($2::text[])[n % cardinality($2::text[]) + 1] AS staff_member_id,
        ($3::text[])[n % cardinality($3::text[]) + 1]::uuid AS product_id,
        (date_trunc('day', now() AT TIME ZONE $6) + (n / cardinality($2::text[]) % $7 + 1) * interval '1 day'
          + (n / cardinality($2::text[]) / $7) * interval '80 minutes' + (n % 4) * interval '5 minutes'
          + interval '8 hours') AT TIME ZONE $6 AS starts
      FROM generate_series(0, $5::int - 1) AS n
    ), taken AS (
      INSERT INTO occupancy (id, store_id, resource, during, product_id, "from", "to", capacity, seats)
      SELECT occupancy_id, $1, 'staff:' || staff_member_id,
        tstzrange(starts - interval '5 minutes', starts + interval '35 minutes'), product_id, starts,
        starts + interval '30 minutes', 1, 1
      FROM planned
    )
    INSERT INTO appointment (id, store_id, name, product_id, staff_member_id, location_id, occupancy_id, "from", "to", status)
    SELECT id, $1, (1001 + n)::text, product_id, staff_member_id::uuid, $4, occupancy_id, starts,
      starts + interval '30 minutes', 'scheduled'
    FROM planned`,
    [storeId, staff, productIds, locationId, appointmentCount, timezone, horizonDays - 1],
  );
}
