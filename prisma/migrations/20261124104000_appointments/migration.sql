-- What the clock completes, longest over first.
CREATE INDEX "appointment_to_complete" ON "appointment" ("to", "id") WHERE "status" = 'scheduled';

ALTER TABLE "product" ADD CONSTRAINT "product_store_id_fkey"
  FOREIGN KEY ("store_id") REFERENCES "store" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
