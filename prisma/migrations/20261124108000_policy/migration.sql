-- How an endpoint wants to be served (its settings), and how it fares (kept in endpoint_work, whose row is the mutex).

ALTER TABLE "endpoint"
  ADD COLUMN "retry_delays" INTEGER[] NOT NULL DEFAULT ARRAY[5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400],
  ADD COLUMN "rate_per_second" INTEGER,
  ADD COLUMN "ordered" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "custom_headers" TEXT,
  ADD COLUMN "signs_ed25519" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "location_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "product_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "staff_member_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "operational_types" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "endpoint"
  ADD CONSTRAINT "endpoint_rate" CHECK ("rate_per_second" BETWEEN 1 AND 1000),
  ADD CONSTRAINT "endpoint_retry_delays" CHECK (
    cardinality("retry_delays") <= 14 AND 5 <= ALL ("retry_delays") AND 86400 >= ALL ("retry_delays"));

ALTER TABLE "endpoint_work"
  ADD COLUMN "rate_next_at" TIMESTAMPTZ,
  ADD COLUMN "paused_until" TIMESTAMPTZ,
  ADD COLUMN "slow_downs" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "failed_days" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "failed_on" DATE,
  ADD COLUMN "disables_at" TIMESTAMPTZ,
  ADD COLUMN "alert" TEXT;
ALTER TABLE "endpoint_work"
  ADD CONSTRAINT "endpoint_work_cap" CHECK ("cap" BETWEEN 1 AND 100),
  ADD CONSTRAINT "endpoint_work_alert" CHECK ("alert" IN ('failing', 'disabling-soon', 'disabled'));

-- One row for each change of endpoint_work.alert, written with it.
CREATE TABLE "endpoint_alert" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "store_id" UUID NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "disables_at" TIMESTAMPTZ,
    "delivery_id" TEXT,
    "event_id" TEXT,
    "error" TEXT,
    "told_at" TIMESTAMPTZ,

    CONSTRAINT "endpoint_alert_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "endpoint_alert_store_id_endpoint_id_fkey" FOREIGN KEY ("store_id", "endpoint_id") REFERENCES "endpoint"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "endpoint_alert_kind" CHECK ("kind" IN ('failing', 'disabling-soon', 'disabled', 'recovered'))
);
CREATE INDEX "endpoint_alert_store_id_endpoint_id_at_idx" ON "endpoint_alert" ("store_id", "endpoint_id", "at" DESC);
CREATE INDEX "endpoint_alert_untold" ON "endpoint_alert" ("at") WHERE "told_at" IS NULL;

-- Those that fail for days: judged by the sweep.
CREATE INDEX "endpoint_work_failing" ON "endpoint_work" ("first_failure_at") WHERE "first_failure_at" IS NOT NULL;
-- The other events of a booking, for endpoints that want them in order.
CREATE INDEX "event_store_id_ordering_key_idx" ON "event" ("store_id", "ordering_key");
