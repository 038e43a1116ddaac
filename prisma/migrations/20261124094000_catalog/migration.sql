-- What availability relies on: a grid that advances, durations and capacities that exist, hours that a clock can show.
ALTER TABLE "schedule"
  ADD CONSTRAINT "schedule_gap" CHECK ("gap_minutes" IN (10, 15, 20, 30, 60)),
  ADD CONSTRAINT "schedule_appointments_gap" CHECK ("appointments_gap_seconds" >= 0),
  ADD CONSTRAINT "schedule_status" CHECK ("status" IN ('active', 'inactive'));

ALTER TABLE "schedule_hours"
  ADD CONSTRAINT "schedule_hours_of_a_day_or_of_dates" CHECK (
    ("day" BETWEEN 1 AND 7 AND "from_date" IS NULL AND "to_date" IS NULL)
    OR ("day" IS NULL AND "from_date" IS NOT NULL AND ("to_date" IS NULL OR "to_date" >= "from_date"))
  ),
  ADD CONSTRAINT "schedule_hours_times" CHECK (
    "from_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$'
    AND "to_time" ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|24:00:00)$'
  ),
  ADD CONSTRAINT "schedule_hours_status" CHECK ("status" IN ('available', 'unavailable'));

ALTER TABLE "product"
  ADD CONSTRAINT "product_price" CHECK ("price_minor" >= 0),
  ADD CONSTRAINT "product_duration" CHECK ("duration_seconds" > 0 AND "max_duration_seconds" >= -1),
  ADD CONSTRAINT "product_attendees" CHECK ("max_attendees" >= 1),
  ADD CONSTRAINT "product_gaps" CHECK ("before_gap_seconds" >= 0 AND "after_gap_seconds" >= 0),
  ADD CONSTRAINT "product_status" CHECK ("status" IN ('active', 'inactive'));

ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_status" CHECK ("status" IN ('active', 'inactive'));
ALTER TABLE "location"
  ADD CONSTRAINT "location_status" CHECK ("status" IN ('active', 'inactive')),
  ADD CONSTRAINT "location_type" CHECK ("type" IN ('physical', 'online', 'delivery'));
