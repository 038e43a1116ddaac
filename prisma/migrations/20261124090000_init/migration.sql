-- Extensions
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_session" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "customer_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupancy" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "resource" TEXT NOT NULL,
    "during" tstzrange NOT NULL,
    "product_id" UUID NOT NULL,
    "from" TIMESTAMPTZ NOT NULL,
    "to" TIMESTAMPTZ NOT NULL,
    "capacity" INTEGER NOT NULL,
    "seats" INTEGER NOT NULL,

    CONSTRAINT "occupancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "customer_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'active',
    "currency" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "extensions_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_item" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "unit_price_minor" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_payment" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "order_id" UUID,
    "provider" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'created',
    "amount_minor" INTEGER NOT NULL,
    "captured_minor" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "product_id" UUID NOT NULL,
    "staff_member_id" UUID,
    "location_id" UUID,
    "customer_id" UUID,
    "order_id" UUID,
    "occupancy_id" UUID,
    "from" TIMESTAMPTZ NOT NULL,
    "to" TIMESTAMPTZ NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "hold_expires_at" TIMESTAMPTZ,
    "created_by" TEXT NOT NULL DEFAULT 'customer',
    "number_of_attendees" INTEGER NOT NULL DEFAULT 1,
    "custom_attributes" JSONB,
    "internal_note" TEXT,
    "canceled_at" TIMESTAMPTZ,
    "canceled_by" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "cart_id" UUID,
    "customer_id" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "customer_first_name" TEXT,
    "customer_last_name" TEXT,
    "customer_email" TEXT,
    "customer_phone" TEXT,
    "gclid" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "unit_price_minor" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_transaction" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "parent_id" UUID,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "gateway" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_counter" (
    "store_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "name_counter_pkey" PRIMARY KEY ("store_id","kind")
);

-- CreateTable
CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT,
    "timezone" TEXT NOT NULL,
    "gap_minutes" INTEGER NOT NULL DEFAULT 15,
    "appointments_gap_seconds" INTEGER NOT NULL DEFAULT 0,
    "advance_schedule_days" INTEGER NOT NULL DEFAULT -1,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_hours" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "day" INTEGER,
    "from_date" DATE,
    "to_date" DATE,
    "from_time" TEXT NOT NULL,
    "to_time" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'available',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_group" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "schedule_id" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "color" TEXT NOT NULL DEFAULT 'slate',
    "position" INTEGER NOT NULL DEFAULT 0,
    "price_minor" INTEGER NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "allow_custom_duration" BOOLEAN NOT NULL DEFAULT false,
    "max_duration_seconds" INTEGER NOT NULL DEFAULT -1,
    "max_attendees" INTEGER NOT NULL DEFAULT 1,
    "allow_customer_reschedule" BOOLEAN NOT NULL DEFAULT true,
    "allow_customer_cancel" BOOLEAN NOT NULL DEFAULT true,
    "reschedule_gap_seconds" INTEGER NOT NULL DEFAULT 0,
    "cancel_gap_seconds" INTEGER NOT NULL DEFAULT 0,
    "before_gap_seconds" INTEGER NOT NULL DEFAULT 0,
    "after_gap_seconds" INTEGER NOT NULL DEFAULT 0,
    "advance_schedule_days" INTEGER NOT NULL DEFAULT -1,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "schedule_id" UUID,
    "slug" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "schedule_id" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "type" TEXT NOT NULL DEFAULT 'physical',
    "link" TEXT,
    "address_line1" TEXT,
    "address_line2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "postal_code" TEXT,
    "country" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_staff_member" (
    "store_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,

    CONSTRAINT "product_staff_member_pkey" PRIMARY KEY ("product_id","staff_member_id")
);

-- CreateTable
CREATE TABLE "product_location" (
    "store_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,

    CONSTRAINT "product_location_pkey" PRIMARY KEY ("product_id","location_id")
);

-- CreateTable
CREATE TABLE "staff_member_location" (
    "store_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,

    CONSTRAINT "staff_member_location_pkey" PRIMARY KEY ("staff_member_id","location_id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "is_visible" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_product" (
    "store_id" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "collection_product_pkey" PRIMARY KEY ("collection_id","product_id")
);

-- CreateTable
CREATE TABLE "engine_run" (
    "id" UUID NOT NULL,
    "trigger" TEXT NOT NULL,
    "cron" TEXT,
    "data" JSONB NOT NULL,
    "trigger_id" TEXT,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "execution_token" UUID,
    "error" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "start_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "engine_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engine_step" (
    "run_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "op" TEXT NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "engine_step_pkey" PRIMARY KEY ("run_id","id")
);

-- CreateTable
CREATE TABLE "engine_process" (
    "id" TEXT NOT NULL,
    "worker_ids" TEXT[],
    "started_at" TIMESTAMPTZ NOT NULL,
    "heartbeat_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "engine_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "position" BIGSERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_name" TEXT NOT NULL,
    "ordering_key" TEXT NOT NULL,
    "location_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "product_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "staff_member_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "data" TEXT,
    "sequence" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sequenced_at" TIMESTAMPTZ,
    "handed_over_at" TIMESTAMPTZ,
    "hand_overs" INTEGER NOT NULL DEFAULT 0,
    "fanned_out_at" TIMESTAMPTZ,
    "set_aside" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "event_payload" (
    "event_id" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "event_payload_pkey" PRIMARY KEY ("event_id","api_version")
);

-- CreateTable
CREATE TABLE "store_sequence" (
    "store_id" UUID NOT NULL,
    "last" BIGINT NOT NULL,

    CONSTRAINT "store_sequence_pkey" PRIMARY KEY ("store_id")
);

-- CreateTable
CREATE TABLE "store" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "reservation_gap_seconds" INTEGER NOT NULL DEFAULT 900,
    "default_schedule_gap_minutes" INTEGER NOT NULL DEFAULT 15,
    "default_advance_schedule_days" INTEGER NOT NULL DEFAULT 60,
    "capture_method" TEXT NOT NULL DEFAULT 'automatic',
    "storefront_base_url" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "store_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("store_id","user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "realm" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "allowed_origins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "store_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "endpoint" (
    "id" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "normalized_url" TEXT NOT NULL,
    "event_types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "disabled_at" TIMESTAMPTZ,
    "disabled_reason" TEXT,
    "deleted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint_secret" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ,

    CONSTRAINT "endpoint_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint_work" (
    "endpoint_id" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "cap" INTEGER NOT NULL DEFAULT 10,
    "next_due_at" TIMESTAMPTZ,
    "armed_for" TIMESTAMPTZ,
    "drain_token" UUID,
    "drain_until" TIMESTAMPTZ,
    "troubled" BOOLEAN NOT NULL DEFAULT false,
    "last_success_at" TIMESTAMPTZ,
    "first_failure_at" TIMESTAMPTZ,

    CONSTRAINT "endpoint_work_pkey" PRIMARY KEY ("endpoint_id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "due_at" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ladder" INTEGER NOT NULL DEFAULT 0,
    "interruptions" INTEGER NOT NULL DEFAULT 0,
    "claim_id" UUID,
    "claimed_until" TIMESTAMPTZ,
    "last_failure" TEXT,
    "last_status_code" INTEGER,
    "last_attempt_at" TIMESTAMPTZ,
    "duration_ms" INTEGER,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL,
    "store_id" UUID NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "failure" TEXT,
    "failure_detail" TEXT,
    "started_at" TIMESTAMPTZ NOT NULL,
    "duration_ms" INTEGER,
    "url" TEXT NOT NULL,
    "request_headers" JSONB NOT NULL DEFAULT '{}',
    "status_code" INTEGER,
    "response_headers" JSONB NOT NULL DEFAULT '{}',
    "response_body" TEXT,
    "response_truncated" BOOLEAN NOT NULL DEFAULT false,
    "remote_address" TEXT,
    "timings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_store_id_id_key" ON "customer"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_store_id_email_key" ON "customer"("store_id", "email");

-- CreateIndex
CREATE INDEX "customer_session_store_id_customer_id_idx" ON "customer_session"("store_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "occupancy_store_id_id_key" ON "occupancy"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_store_id_id_key" ON "cart"("store_id", "id");

-- CreateIndex
CREATE INDEX "cart_item_store_id_cart_id_idx" ON "cart_item"("store_id", "cart_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_item_store_id_id_key" ON "cart_item"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_item_store_id_appointment_id_key" ON "cart_item"("store_id", "appointment_id");

-- CreateIndex
CREATE INDEX "cart_payment_store_id_cart_id_idx" ON "cart_payment"("store_id", "cart_id");

-- CreateIndex
CREATE INDEX "cart_payment_store_id_order_id_idx" ON "cart_payment"("store_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_payment_store_id_id_key" ON "cart_payment"("store_id", "id");

-- CreateIndex
CREATE INDEX "appointment_store_id_customer_id_from_idx" ON "appointment"("store_id", "customer_id", "from");

-- CreateIndex
CREATE INDEX "appointment_store_id_from_idx" ON "appointment"("store_id", "from");

-- CreateIndex
CREATE INDEX "appointment_store_id_order_id_idx" ON "appointment"("store_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_store_id_id_key" ON "appointment"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_store_id_name_key" ON "appointment"("store_id", "name");

-- CreateIndex
CREATE INDEX "order_store_id_customer_id_created_at_idx" ON "order"("store_id", "customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "order_store_id_id_key" ON "order"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "order_store_id_cart_id_key" ON "order"("store_id", "cart_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_store_id_name_key" ON "order"("store_id", "name");

-- CreateIndex
CREATE INDEX "order_line_store_id_order_id_idx" ON "order_line"("store_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_store_id_id_key" ON "order_line"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_store_id_appointment_id_key" ON "order_line"("store_id", "appointment_id");

-- CreateIndex
CREATE INDEX "order_transaction_store_id_order_id_idx" ON "order_transaction"("store_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_transaction_store_id_id_key" ON "order_transaction"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_store_id_id_key" ON "schedule"("store_id", "id");

-- CreateIndex
CREATE INDEX "schedule_hours_store_id_schedule_id_idx" ON "schedule_hours"("store_id", "schedule_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_group_store_id_id_key" ON "product_group"("store_id", "id");

-- CreateIndex
CREATE INDEX "product_store_id_group_id_idx" ON "product"("store_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_store_id_id_key" ON "product"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "product_store_id_slug_key" ON "product"("store_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_store_id_id_key" ON "staff_member"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_store_id_slug_key" ON "staff_member"("store_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "location_store_id_id_key" ON "location"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "location_store_id_slug_key" ON "location"("store_id", "slug");

-- CreateIndex
CREATE INDEX "product_staff_member_store_id_staff_member_id_idx" ON "product_staff_member"("store_id", "staff_member_id");

-- CreateIndex
CREATE INDEX "product_location_store_id_location_id_idx" ON "product_location"("store_id", "location_id");

-- CreateIndex
CREATE INDEX "staff_member_location_store_id_location_id_idx" ON "staff_member_location"("store_id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_store_id_id_key" ON "collection"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_store_id_slug_key" ON "collection"("store_id", "slug");

-- CreateIndex
CREATE INDEX "collection_product_store_id_product_id_idx" ON "collection_product"("store_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "engine_run_trigger_id_key" ON "engine_run"("trigger_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_id_key" ON "event"("id");

-- CreateIndex
CREATE INDEX "event_store_id_position_idx" ON "event"("store_id", "position");

-- CreateIndex
CREATE INDEX "event_store_id_subject_id_idx" ON "event"("store_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_store_id_id_key" ON "event"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "event_store_id_sequence_key" ON "event"("store_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "store_slug_key" ON "store"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_hash_key" ON "api_key"("hash");

-- CreateIndex
CREATE INDEX "api_key_store_id_idx" ON "api_key"("store_id");

-- CreateIndex
CREATE INDEX "audit_entry_store_id_id_idx" ON "audit_entry"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "endpoint_store_id_id_key" ON "endpoint"("store_id", "id");

-- CreateIndex
CREATE INDEX "endpoint_secret_store_id_endpoint_id_idx" ON "endpoint_secret"("store_id", "endpoint_id");

-- CreateIndex
CREATE UNIQUE INDEX "endpoint_work_store_id_endpoint_id_key" ON "endpoint_work"("store_id", "endpoint_id");

-- CreateIndex
CREATE INDEX "delivery_store_id_id_idx" ON "delivery"("store_id", "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_store_id_status_id_idx" ON "delivery"("store_id", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_store_id_endpoint_id_id_idx" ON "delivery"("store_id", "endpoint_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_store_id_id_key" ON "delivery"("store_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_event_id_endpoint_id_key" ON "delivery"("event_id", "endpoint_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_delivery_id_number_key" ON "attempt"("delivery_id", "number");

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_session" ADD CONSTRAINT "customer_session_store_id_customer_id_fkey" FOREIGN KEY ("store_id", "customer_id") REFERENCES "customer"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_store_id_customer_id_fkey" FOREIGN KEY ("store_id", "customer_id") REFERENCES "customer"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_store_id_cart_id_fkey" FOREIGN KEY ("store_id", "cart_id") REFERENCES "cart"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_item" ADD CONSTRAINT "cart_item_store_id_appointment_id_fkey" FOREIGN KEY ("store_id", "appointment_id") REFERENCES "appointment"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_payment" ADD CONSTRAINT "cart_payment_store_id_cart_id_fkey" FOREIGN KEY ("store_id", "cart_id") REFERENCES "cart"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_payment" ADD CONSTRAINT "cart_payment_store_id_order_id_fkey" FOREIGN KEY ("store_id", "order_id") REFERENCES "order"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_store_id_customer_id_fkey" FOREIGN KEY ("store_id", "customer_id") REFERENCES "customer"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_store_id_order_id_fkey" FOREIGN KEY ("store_id", "order_id") REFERENCES "order"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_store_id_occupancy_id_fkey" FOREIGN KEY ("store_id", "occupancy_id") REFERENCES "occupancy"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_store_id_customer_id_fkey" FOREIGN KEY ("store_id", "customer_id") REFERENCES "customer"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_store_id_cart_id_fkey" FOREIGN KEY ("store_id", "cart_id") REFERENCES "cart"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_store_id_order_id_fkey" FOREIGN KEY ("store_id", "order_id") REFERENCES "order"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_store_id_appointment_id_fkey" FOREIGN KEY ("store_id", "appointment_id") REFERENCES "appointment"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_transaction" ADD CONSTRAINT "order_transaction_store_id_order_id_fkey" FOREIGN KEY ("store_id", "order_id") REFERENCES "order"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_hours" ADD CONSTRAINT "schedule_hours_store_id_schedule_id_fkey" FOREIGN KEY ("store_id", "schedule_id") REFERENCES "schedule"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_group" ADD CONSTRAINT "product_group_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_store_id_group_id_fkey" FOREIGN KEY ("store_id", "group_id") REFERENCES "product_group"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_store_id_schedule_id_fkey" FOREIGN KEY ("store_id", "schedule_id") REFERENCES "schedule"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_store_id_schedule_id_fkey" FOREIGN KEY ("store_id", "schedule_id") REFERENCES "schedule"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_store_id_schedule_id_fkey" FOREIGN KEY ("store_id", "schedule_id") REFERENCES "schedule"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_staff_member" ADD CONSTRAINT "product_staff_member_store_id_product_id_fkey" FOREIGN KEY ("store_id", "product_id") REFERENCES "product"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_staff_member" ADD CONSTRAINT "product_staff_member_store_id_staff_member_id_fkey" FOREIGN KEY ("store_id", "staff_member_id") REFERENCES "staff_member"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_location" ADD CONSTRAINT "product_location_store_id_product_id_fkey" FOREIGN KEY ("store_id", "product_id") REFERENCES "product"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_location" ADD CONSTRAINT "product_location_store_id_location_id_fkey" FOREIGN KEY ("store_id", "location_id") REFERENCES "location"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member_location" ADD CONSTRAINT "staff_member_location_store_id_staff_member_id_fkey" FOREIGN KEY ("store_id", "staff_member_id") REFERENCES "staff_member"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member_location" ADD CONSTRAINT "staff_member_location_store_id_location_id_fkey" FOREIGN KEY ("store_id", "location_id") REFERENCES "location"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_store_id_collection_id_fkey" FOREIGN KEY ("store_id", "collection_id") REFERENCES "collection"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_store_id_product_id_fkey" FOREIGN KEY ("store_id", "product_id") REFERENCES "product"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engine_step" ADD CONSTRAINT "engine_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "engine_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint" ADD CONSTRAINT "endpoint_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_secret" ADD CONSTRAINT "endpoint_secret_store_id_endpoint_id_fkey" FOREIGN KEY ("store_id", "endpoint_id") REFERENCES "endpoint"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_work" ADD CONSTRAINT "endpoint_work_store_id_endpoint_id_fkey" FOREIGN KEY ("store_id", "endpoint_id") REFERENCES "endpoint"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_store_id_endpoint_id_fkey" FOREIGN KEY ("store_id", "endpoint_id") REFERENCES "endpoint"("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_store_id_delivery_id_fkey" FOREIGN KEY ("store_id", "delivery_id") REFERENCES "delivery"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the schema language cannot say ---------------------------------------------------------------------------------

-- Policy time: the database's clock, moved by the connection's setting `opencals.clock_offset` (an interval). Leases never
-- use it. Set it for a database (ALTER DATABASE … SET) and every process of that database lives at that time.
CREATE FUNCTION policy_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + coalesce(nullif(current_setting('opencals.clock_offset', true), ''), '0')::interval
$$;

-- A TypeID (prefix, underscore, UUIDv7 in Crockford base 32): 48 bits of milliseconds are the first ten characters, the
-- version and the variant sit in the 11th and 14th, the rest is random.
CREATE FUNCTION new_typeid(prefix text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  alphabet constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
  r bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  id text := '';
BEGIN
  FOR i IN 0..9 LOOP
    id := id || substr(alphabet, ((ms >> (45 - 5 * i)) & 31)::int + 1, 1);
  END LOOP;
  id := id || substr(alphabet, 14 + (get_byte(r, 0) & 1) + 1, 1);
  id := id || substr(alphabet, (get_byte(r, 1) & 31) + 1, 1) || substr(alphabet, (get_byte(r, 2) & 31) + 1, 1);
  id := id || substr(alphabet, ((get_byte(r, 3) & 1) << 4 | 8 | (get_byte(r, 3) >> 1 & 3)) + 1, 1);
  FOR i IN 4..5 LOOP id := id || substr(alphabet, (get_byte(r, i) & 31) + 1, 1); END LOOP;
  FOR i IN 9..15 LOOP id := id || substr(alphabet, (get_byte(r, i) & 31) + 1, 1); END LOOP;
  FOR i IN 16..18 LOOP id := id || substr(alphabet, (get_byte(r, i) & 31) + 1, 1); END LOOP;
  RETURN prefix || '_' || id;
END $$;

-- No slot is sold twice, whatever the code above believes.
ALTER TABLE "occupancy"
  ADD CONSTRAINT "occupancy_no_overlap" EXCLUDE USING gist ("resource" WITH =, "during" WITH &&),
  ADD CONSTRAINT "occupancy_seats" CHECK ("seats" BETWEEN 0 AND "capacity");

-- Expired holds, found by the job and by a booking in whose way they are.
CREATE INDEX "appointment_hold" ON "appointment" ("hold_expires_at") WHERE "hold_expires_at" IS NOT NULL;

-- One endpoint per URL and store; a deleted one does not count.
CREATE UNIQUE INDEX "endpoint_url" ON "endpoint" ("store_id", "normalized_url") WHERE "deleted_at" IS NULL;

-- The open work of the pipeline, and nothing but it.
CREATE INDEX "event_unsequenced" ON "event" ("position") WHERE "sequence" IS NULL AND "set_aside" IS NULL;
CREATE INDEX "event_not_fanned_out" ON "event" ("position") WHERE "fanned_out_at" IS NULL AND "sequence" IS NOT NULL;
CREATE INDEX "delivery_due" ON "delivery" ("endpoint_id", "priority", "due_at", "id") WHERE "due_at" IS NOT NULL AND "claim_id" IS NULL;
CREATE INDEX "delivery_claimed" ON "delivery" ("endpoint_id", "claimed_until") WHERE "claim_id" IS NOT NULL;
CREATE INDEX "endpoint_work_due" ON "endpoint_work" ("next_due_at") WHERE "next_due_at" IS NOT NULL;

ALTER TABLE "delivery" ADD CONSTRAINT "delivery_status"
  CHECK ("status" IN ('pending', 'delivered', 'failed', 'held', 'exhausted', 'canceled'));
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_status"
  CHECK ("status" IN ('pending', 'scheduled', 'completed', 'canceled'));
