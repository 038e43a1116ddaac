-- Availability reads what is taken of a month and twenty people from this index alone, never from the table. Only what does
-- not change is in it, so that another seat of a class stays a cheap update.
ALTER TABLE "occupancy"
  DROP CONSTRAINT "occupancy_no_overlap",
  ADD CONSTRAINT "occupancy_no_overlap" EXCLUDE USING gist ("resource" WITH =, "during" WITH &&)
    INCLUDE ("store_id", "id", "capacity");
