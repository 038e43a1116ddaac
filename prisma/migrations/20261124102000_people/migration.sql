CREATE TABLE "support_agent" (
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_agent_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "support_agent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE "session" ADD CONSTRAINT "session_realm" CHECK ("realm" IN ('portal', 'support'));

-- What our own people did, in all stores.
CREATE INDEX "audit_entry_support" ON "audit_entry" ("id") WHERE "actor_kind" = 'support';

-- A guest types an address before anything is bought; until the first order or an account there is nobody behind it.
ALTER TABLE "customer" ADD COLUMN "known_since" TIMESTAMPTZ DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "order"
  ADD COLUMN "placed_by" TEXT NOT NULL DEFAULT 'signed-in',
  ADD CONSTRAINT "order_placed_by" CHECK ("placed_by" IN ('new-customer', 'signed-in', 'unproven'));
