-- What the clock completes, longest over first.
CREATE INDEX "appointment_to_complete" ON "appointment" ("to", "id") WHERE "status" = 'scheduled';
