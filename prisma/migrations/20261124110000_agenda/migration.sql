-- What the portal reads of a store's book and of its events without a scan: what is not over yet, and one type's newest.
CREATE INDEX "appointment_store_id_to_idx" ON "appointment"("store_id", "to");
DROP INDEX "event_store_id_type_idx";
CREATE INDEX "event_store_id_type_position_idx" ON "event"("store_id", "type", "position");
