-- Telling people and other endpoints of the turns in endpoint_alert.

-- Overtaken before anybody was told: by a later turn, or by what somebody did meanwhile.
ALTER TABLE "endpoint_alert" ADD COLUMN "dropped_at" TIMESTAMPTZ;
DROP INDEX "endpoint_alert_untold";
CREATE INDEX "endpoint_alert_untold" ON "endpoint_alert" ("at") WHERE "told_at" IS NULL AND "dropped_at" IS NULL;

-- Which turn is to be told next: of each endpoint the latest that was not decided yet. One that failed less than an hour ago and
-- was told so waits: it may be over by then, and an endpoint that comes and goes tells of itself twice an hour at most.
CREATE FUNCTION alert_to_tell() RETURNS SETOF endpoint_alert LANGUAGE sql VOLATILE AS $$
  SELECT a.* FROM endpoint_alert a
  WHERE a.told_at IS NULL AND a.dropped_at IS NULL
    AND NOT EXISTS (
      SELECT FROM endpoint_alert later WHERE later.store_id = a.store_id AND later.endpoint_id = a.endpoint_id
        AND (later.at, later.id) > (a.at, a.id))
    AND NOT (a.kind = 'failing' AND EXISTS (
      SELECT FROM endpoint_alert told WHERE told.store_id = a.store_id AND told.endpoint_id = a.endpoint_id
        AND told.kind = 'failing' AND told.told_at > policy_now() - interval '1 hour'))
  ORDER BY a.at, a.id LIMIT 1
$$;

-- Makes the deliveries of an operational event to the store's endpoints that asked for its type, never to the one that it is
-- about. Returns wakes.
CREATE FUNCTION deliver_operational(operational text, about text) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  e event;
  locked text[];
  due_now timestamptz;
BEGIN
  SELECT * INTO e FROM event WHERE id = operational;
  SELECT array_agg(s.endpoint_id) INTO locked FROM (
    SELECT w.endpoint_id FROM endpoint_work w JOIN endpoint ep ON ep.id = w.endpoint_id
    WHERE ep.store_id = e.store_id AND ep.id <> about AND e.type = ANY (ep.operational_types)
    ORDER BY w.endpoint_id FOR NO KEY UPDATE OF w
  ) s;
  due_now := policy_now();
  INSERT INTO delivery (id, store_id, endpoint_id, event_id, status, due_at, created_at, settled_at)
  SELECT new_typeid('dlv'), ep.store_id, ep.id, e.id, CASE WHEN ep.disabled_at IS NULL THEN 'pending' ELSE 'held' END,
    CASE WHEN ep.disabled_at IS NULL THEN due_now END, due_now, CASE WHEN ep.disabled_at IS NOT NULL THEN due_now END
  FROM endpoint ep
  WHERE ep.id = ANY (locked) AND ep.deleted_at IS NULL AND e.type = ANY (ep.operational_types);
  RETURN QUERY SELECT make_due(array_agg(due.endpoint_id), array_agg(due.due_at)) FROM (
    SELECT endpoint_id, earliest_due(endpoint_id) AS due_at FROM unnest(locked) AS endpoint_id
  ) due WHERE due.due_at IS NOT NULL;
END $$;
