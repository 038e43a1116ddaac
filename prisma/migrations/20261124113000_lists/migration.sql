-- What an order's ledger says, noted under its lock whenever it changes, so that a rare status is found by an index.
ALTER TABLE "order"
  ADD COLUMN "payment_status" TEXT NOT NULL DEFAULT 'unpaid',
  ADD COLUMN "refund_status" TEXT NOT NULL DEFAULT 'unrefunded',
  ADD COLUMN "fulfillment_status" TEXT NOT NULL DEFAULT 'unfulfilled';
ALTER TABLE "order"
  ADD CONSTRAINT "order_payment_status" CHECK ("payment_status" IN ('unpaid', 'partially-paid', 'paid')),
  ADD CONSTRAINT "order_refund_status"
    CHECK ("refund_status" IN ('unrefunded', 'partially-refunded', 'refund-owed', 'fully-refunded')),
  ADD CONSTRAINT "order_fulfillment_status"
    CHECK ("fulfillment_status" IN ('unfulfilled', 'partially-fulfilled', 'fulfilled'));
CREATE INDEX "order_store_id_payment_status_id_idx" ON "order" ("store_id", "payment_status", "id");
CREATE INDEX "order_store_id_refund_status_id_idx" ON "order" ("store_id", "refund_status", "id");

-- Whom a booking is for, by how a name or an address begins. Plain ranges of bytes: they need no extension and no locale.
CREATE INDEX "customer_email_prefix" ON "customer" ("store_id", "email" text_pattern_ops);
CREATE INDEX "customer_name_prefix" ON "customer"
  ("store_id", lower(coalesce("first_name", '') || ' ' || coalesce("last_name", '')) text_pattern_ops);
CREATE INDEX "customer_last_name_prefix" ON "customer" ("store_id", lower("last_name") text_pattern_ops);
CREATE INDEX "order_name_prefix" ON "order"
  ("store_id", lower(coalesce("customer_first_name", '') || ' ' || coalesce("customer_last_name", '')) text_pattern_ops);
CREATE INDEX "order_last_name_prefix" ON "order" ("store_id", lower("customer_last_name") text_pattern_ops);
