-- What the portal reads of an endpoint without a scan: its last success, and how much is held for it, oldest first.
CREATE INDEX "delivery_succeeded" ON "delivery" ("endpoint_id", "settled_at") WHERE "status" = 'delivered';
CREATE INDEX "delivery_held" ON "delivery" ("endpoint_id", "id") WHERE "status" = 'held';
