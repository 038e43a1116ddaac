ALTER TABLE "cart_payment" ADD COLUMN "authorized_until" TIMESTAMPTZ;

CREATE TABLE "order_refund" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "total_minor" INTEGER NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_refund_total" CHECK ("total_minor" > 0)
);
CREATE UNIQUE INDEX "order_refund_store_id_id_key" ON "order_refund" ("store_id", "id");
CREATE INDEX "order_refund_store_id_order_id_idx" ON "order_refund" ("store_id", "order_id");

CREATE TABLE "order_refund_line" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "refund_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_refund_line_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_refund_line_quantity" CHECK ("quantity" > 0)
);
CREATE UNIQUE INDEX "order_refund_line_store_id_refund_id_line_id_key"
  ON "order_refund_line" ("store_id", "refund_id", "line_id");
CREATE INDEX "order_refund_line_store_id_line_id_idx" ON "order_refund_line" ("store_id", "line_id");

CREATE TABLE "order_log" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_log_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_log_level" CHECK ("level" IN ('info', 'error'))
);
CREATE INDEX "order_log_store_id_order_id_idx" ON "order_log" ("store_id", "order_id");

ALTER TABLE "order_transaction"
  ADD COLUMN "refund_id" UUID,
  ADD COLUMN "refunded_minor" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "order_line" ADD COLUMN "refunded_quantity" INTEGER NOT NULL DEFAULT 0;

-- The last word on refunds, whoever writes and however many at once: no charge gives back more than it took.
ALTER TABLE "order_transaction"
  ADD CONSTRAINT "order_transaction_refunded" CHECK ("refunded_minor" BETWEEN 0 AND "amount_minor"
    AND ("refunded_minor" = 0 OR ("type" IN ('sale', 'capture') AND "status" = 'success'))),
  ADD CONSTRAINT "order_transaction_refund" CHECK (("type" = 'refund') = ("refund_id" IS NOT NULL));
ALTER TABLE "order_line"
  ADD CONSTRAINT "order_line_refunded" CHECK ("refunded_quantity" BETWEEN 0 AND "quantity");

ALTER TABLE "order_refund" ADD CONSTRAINT "order_refund_store_id_order_id_fkey"
  FOREIGN KEY ("store_id", "order_id") REFERENCES "order" ("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_refund_line" ADD CONSTRAINT "order_refund_line_store_id_refund_id_fkey"
  FOREIGN KEY ("store_id", "refund_id") REFERENCES "order_refund" ("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_refund_line" ADD CONSTRAINT "order_refund_line_store_id_line_id_fkey"
  FOREIGN KEY ("store_id", "line_id") REFERENCES "order_line" ("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_log" ADD CONSTRAINT "order_log_store_id_order_id_fkey"
  FOREIGN KEY ("store_id", "order_id") REFERENCES "order" ("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_transaction" ADD CONSTRAINT "order_transaction_store_id_parent_id_fkey"
  FOREIGN KEY ("store_id", "parent_id") REFERENCES "order_transaction" ("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "order_transaction" ADD CONSTRAINT "order_transaction_store_id_refund_id_fkey"
  FOREIGN KEY ("store_id", "refund_id") REFERENCES "order_refund" ("store_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
