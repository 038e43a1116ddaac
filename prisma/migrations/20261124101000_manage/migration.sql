-- What managing endpoints and deliveries by hand reads.

-- Lists narrowed to a type; a booking found by its name; what fails now, over all stores.
CREATE INDEX "event_store_id_type_idx" ON "event" ("store_id", "type");
CREATE INDEX "event_store_id_subject_name_idx" ON "event" ("store_id", "subject_name");
CREATE INDEX "delivery_failing" ON "delivery" ("id")
  INCLUDE ("store_id", "endpoint_id", "status", "last_failure", "last_status_code")
  WHERE "status" IN ('failed', 'exhausted');
CREATE INDEX "event_set_aside" ON "event" ("position") WHERE "set_aside" IS NOT NULL;

CREATE FUNCTION seconds_since(moment timestamptz) RETURNS int LANGUAGE sql VOLATILE AS $$
  SELECT floor(extract(epoch FROM policy_now() - moment))::int
$$;
