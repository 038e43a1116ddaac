-- An endpoint's Ed25519 keys, beside its shared secrets. The public half stays published until the key's end; the private
-- half is encrypted at rest.

CREATE TABLE "endpoint_key" (
    "id" UUID NOT NULL,
    "store_id" UUID NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ,

    CONSTRAINT "endpoint_key_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "endpoint_key_store_id_endpoint_id_idx" ON "endpoint_key"("store_id", "endpoint_id");
ALTER TABLE "endpoint_key" ADD CONSTRAINT "endpoint_key_store_id_endpoint_id_fkey" FOREIGN KEY ("store_id", "endpoint_id") REFERENCES "endpoint"("store_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- One key at a time lasts; the others are on their way out.
CREATE UNIQUE INDEX "endpoint_key_lasting" ON "endpoint_key"("endpoint_id") WHERE "expires_at" IS NULL;
