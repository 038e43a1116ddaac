import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { candidatesOf, type Candidate } from "./candidates";
import { readSchedule, type Bounds, type ScheduleRow } from "./read-schedule";

type Row = { id: string; status: string; scheduleId: string | null };

export type PlanProduct = Row & {
  durationSeconds: number;
  allowCustomDuration: boolean;
  maxDurationSeconds: number;
  maxAttendees: number;
  beforeGapSeconds: number;
  afterGapSeconds: number;
  /** -1: no limit of its own. */
  advanceDays: number;
};
export type PlanStaffMember = Row & { locationIds: string[] };
export type PlanLocation = Row;

/** A product, who may give it where, and by which hours; all at one moment. */
export type Given = {
  now: number;
  store: { timezone: string; advanceDays: number };
  product: PlanProduct;
  /** By id, inactive ones too. */
  staff: PlanStaffMember[];
  locations: PlanLocation[];
  bounds: Map<string, Bounds>;
};

export type Plan = Given & { candidates: Candidate[] };

type Loaded = Omit<Given, "bounds"> & { schedules: ScheduleRow[] };

/** One query. Throws not-found for another store's product. */
export async function loadPlan(ctx: Ctx, productId: string): Promise<Plan> {
  const loaded = Uuid.safeParse(productId).success ? await load(ctx, productId) : undefined;
  if (!loaded) throw notFound("The product");
  const { schedules, ...rest } = loaded;
  const given = { ...rest, bounds: new Map(schedules.map((row) => [row.id, readSchedule(row)])) };
  return { ...given, candidates: candidatesOf(given) };
}

async function load({ storeId, tx = db() }: Ctx, productId: string): Promise<Loaded | undefined> {
  const [row] = await tx.$queryRaw<{ plan: Loaded }[]>`
    -- prepared: availability_plan
    WITH given AS (
      SELECT p.*, s.timezone, s.default_advance_schedule_days
      FROM product p JOIN store s ON s.id = p.store_id
      WHERE p.store_id = ${storeId}::uuid AND p.id = ${productId}::uuid
    ), people AS (
      SELECT m.id, m.status, m.schedule_id AS "scheduleId", ARRAY(
        SELECT l.location_id FROM staff_member_location l
        WHERE l.store_id = m.store_id AND l.staff_member_id = m.id ORDER BY 1
      ) AS "locationIds"
      FROM product_staff_member x
      JOIN staff_member m ON m.store_id = x.store_id AND m.id = x.staff_member_id
      WHERE x.store_id = ${storeId}::uuid AND x.product_id = ${productId}::uuid
    ), places AS (
      SELECT l.id, l.status, l.schedule_id AS "scheduleId"
      FROM product_location x
      JOIN location l ON l.store_id = x.store_id AND l.id = x.location_id
      WHERE x.store_id = ${storeId}::uuid AND x.product_id = ${productId}::uuid
    ), schedules AS (
      SELECT c.id, c.timezone, c.status, c.gap_minutes AS "gapMinutes",
        c.appointments_gap_seconds AS "appointmentsGapSeconds", c.advance_schedule_days AS "advanceDays", (
          SELECT coalesce(json_agg(hours), '[]') FROM (
            SELECT day, from_date AS "fromDate", to_date AS "toDate", from_time AS "fromTime", to_time AS "toTime", status
            FROM schedule_hours h WHERE h.store_id = c.store_id AND h.schedule_id = c.id
          ) AS hours
        ) AS hours
      FROM schedule c
      WHERE c.store_id = ${storeId}::uuid AND c.id IN (
        SELECT schedule_id FROM given UNION SELECT "scheduleId" FROM people UNION SELECT "scheduleId" FROM places)
    )
    SELECT json_build_object(
      'now', floor(extract(epoch FROM policy_now()) * 1000),
      'store', json_build_object('timezone', timezone, 'advanceDays', default_advance_schedule_days),
      'product', json_build_object('id', id, 'status', status, 'scheduleId', schedule_id,
        'durationSeconds', duration_seconds, 'allowCustomDuration', allow_custom_duration,
        'maxDurationSeconds', max_duration_seconds, 'maxAttendees', max_attendees,
        'beforeGapSeconds', before_gap_seconds, 'afterGapSeconds', after_gap_seconds,
        'advanceDays', advance_schedule_days),
      'staff', (SELECT coalesce(json_agg(people ORDER BY id), '[]') FROM people),
      'locations', (SELECT coalesce(json_agg(places ORDER BY id), '[]') FROM places),
      'schedules', (SELECT coalesce(json_agg(schedules), '[]') FROM schedules)
    ) AS plan
    FROM given`;
  return row?.plan;
}
