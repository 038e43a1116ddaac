-- Refresh tokens of one sign-in form a family, which ends together when a used one comes back.
ALTER TABLE "customer_session" ADD COLUMN "family_id" UUID NOT NULL;
CREATE INDEX "customer_session_store_id_family_id_idx" ON "customer_session" ("store_id", "family_id");

ALTER TABLE "cart"
  ADD COLUMN "customer_first_name" TEXT,
  ADD COLUMN "customer_last_name" TEXT,
  ADD COLUMN "customer_phone" TEXT;

CREATE INDEX "appointment_store_id_occupancy_id_idx" ON "appointment" ("store_id", "occupancy_id");

-- What the expiry job looks for, and nothing but it: holds that still occupy, lapsed holds to be dropped, carts to be closed.
DROP INDEX "appointment_hold";
CREATE INDEX "appointment_hold" ON "appointment" ("hold_expires_at")
  WHERE "hold_expires_at" IS NOT NULL AND "occupancy_id" IS NOT NULL;
CREATE INDEX "appointment_lapsed_hold" ON "appointment" ("hold_expires_at")
  WHERE "hold_expires_at" IS NOT NULL AND "occupancy_id" IS NULL;
CREATE INDEX "cart_active" ON "cart" ("expires_at") WHERE "status" = 'active';

ALTER TABLE "cart" ADD CONSTRAINT "cart_status" CHECK ("status" IN ('active', 'converted', 'abandoned'));
ALTER TABLE "cart_payment"
  ADD CONSTRAINT "cart_payment_status"
    CHECK ("status" IN ('created', 'authorized', 'captured', 'failed', 'voided', 'refunded')),
  ADD CONSTRAINT "cart_payment_amounts" CHECK ("amount_minor" >= 0 AND "captured_minor" BETWEEN 0 AND "amount_minor");
ALTER TABLE "order_transaction"
  ADD CONSTRAINT "order_transaction_type" CHECK ("type" IN ('sale', 'authorization', 'capture', 'void', 'refund')),
  ADD CONSTRAINT "order_transaction_status" CHECK ("status" IN ('pending', 'success', 'failed'));

-- A booking is never a hold, so that nothing which frees holds can touch one.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_hold_is_no_booking"
  CHECK ("hold_expires_at" IS NULL OR ("status" = 'pending' AND "order_id" IS NULL));
