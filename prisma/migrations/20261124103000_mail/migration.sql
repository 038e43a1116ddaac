CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "html" TEXT,
    "text" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ NOT NULL,
    "claim_id" UUID,
    "claimed_until" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "sent_by" TEXT,
    "given_up_at" TIMESTAMPTZ,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_store_id_fkey" FOREIGN KEY ("store_id") REFERENCES "store"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "mail_sent_by" CHECK ("sent_by" IN ('smtp', 'inbox') AND ("sent_by" IS NULL) = ("sent_at" IS NULL)),
    CONSTRAINT "mail_has_one_end" CHECK ("sent_at" IS NULL OR "given_up_at" IS NULL)
);

-- What is still to be sent, and nothing but it.
CREATE INDEX "mail_open" ON "mail" ("due_at") WHERE "sent_at" IS NULL AND "given_up_at" IS NULL;
CREATE INDEX "mail_store_id_id_idx" ON "mail" ("store_id", "id");
