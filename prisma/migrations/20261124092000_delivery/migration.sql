-- The delivery pipeline. Policy times (due_at, next_due_at, paused_until) are policy_now(); leases, the slots of a rate and the
-- sweep's timers are clock_timestamp().
-- Whoever makes work due, claims, or starts or ends a drain locks the endpoint's row of endpoint_work first, in id order and
-- before any delivery row; and judges in a later statement, which sees what the lock's last holder wrote.

-- When a trigger was last sent for next_due_at, so that the sweep does not repeat one that is on its way.
ALTER TABLE "endpoint_work" ADD COLUMN "armed_at" TIMESTAMPTZ;
ALTER TABLE "endpoint_work" ADD COLUMN "held_choice" TEXT, ADD COLUMN "held_chosen_at" TIMESTAMPTZ, ADD COLUMN "settled_by" TEXT;
ALTER TABLE "endpoint_work" ADD CONSTRAINT "endpoint_work_held_choice"
  CHECK ("held_choice" IN ('catch-up', 'discard') AND ("held_choice" IS NULL) = ("held_chosen_at" IS NULL));
ALTER TABLE "event" ADD COLUMN "is_test" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "delivery" ADD COLUMN "planned_at" TIMESTAMPTZ, ADD COLUMN "canceled_by" TEXT;
ALTER TABLE "endpoint_secret" ADD COLUMN "signs_raw_body" BOOLEAN NOT NULL DEFAULT true;

-- By store, so that the relay can take from each store in turn. Examples and operational events never get a sequence: they are
-- fanned out from the start, and wait for no relay.
DROP INDEX "event_unsequenced";
CREATE INDEX "event_unsequenced" ON "event" ("store_id", "position")
  WHERE "sequence" IS NULL AND "set_aside" IS NULL AND "fanned_out_at" IS NULL;
-- The sweep finds choices about held deliveries that are not carried out yet.
CREATE INDEX "endpoint_work_held" ON "endpoint_work" ("endpoint_id") WHERE "held_chosen_at" IS NOT NULL;

-- Functions read settings that later migrations add to the endpoint.
SET check_function_bodies = off;

-- Relay -------------------------------------------------------------------------------------------------------------------

-- What to take next: the first of each store, then the second of each … so that one store's flood delays no other.
CREATE FUNCTION events_to_relay(batch_max int, per_store_max int) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE waiting AS (
    (SELECT store_id FROM event WHERE sequence IS NULL AND set_aside IS NULL AND fanned_out_at IS NULL ORDER BY store_id LIMIT 1)
    UNION ALL
    SELECT next.store_id FROM waiting CROSS JOIN LATERAL (
      SELECT store_id FROM event
      WHERE sequence IS NULL AND set_aside IS NULL AND fanned_out_at IS NULL AND store_id > waiting.store_id ORDER BY store_id LIMIT 1
    ) next
  )
  SELECT position FROM (
    SELECT e.position, row_number() OVER (PARTITION BY w.store_id ORDER BY e.position) AS turn
    FROM waiting w CROSS JOIN LATERAL (
      SELECT position FROM event WHERE store_id = w.store_id AND sequence IS NULL AND set_aside IS NULL AND fanned_out_at IS NULL
      ORDER BY position LIMIT CASE WHEN (SELECT count(*) FROM waiting) > 1 THEN per_store_max ELSE batch_max END
    ) e
  ) ranked ORDER BY turn, position LIMIT batch_max
$$;

-- Gives a batch its sequence numbers and bodies and, embedded, hands it over: one call, one transaction, so that no stalled
-- client holds the lock. Returns the positions it took; `chosen` instead of the next ones when a failing batch is halved.
CREATE FUNCTION relay_events(batch_max int, per_store_max int, embedded boolean, chosen bigint[] DEFAULT NULL)
RETURNS bigint[] LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
  taken bigint[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('opencals.relay', 0));
  chosen := coalesce(chosen, ARRAY(SELECT * FROM events_to_relay(batch_max, per_store_max)));
  WITH picked AS MATERIALIZED (
    SELECT position, id, store_id, type, created_at, data FROM event
    WHERE position = ANY (chosen) AND sequence IS NULL AND set_aside IS NULL
  ), counted AS (
    SELECT store_id, count(*) AS count FROM picked GROUP BY store_id
  ), bumped AS (
    INSERT INTO store_sequence AS s (store_id, last) SELECT store_id, count FROM counted
    ON CONFLICT (store_id) DO UPDATE SET last = s.last + EXCLUDED.last RETURNING store_id, last
  ), numbered AS (
    SELECT p.*, b.last - c.count + row_number() OVER (PARTITION BY store_id ORDER BY p.position) AS sequence
    FROM picked p JOIN counted c USING (store_id) JOIN bumped b USING (store_id)
  ), bodies AS (
    -- data::json refuses what is no JSON; as text it keeps its bytes, which jsonb would not.
    INSERT INTO event_payload (event_id, api_version, store_id, body)
    SELECT id, '1', store_id, '{"id":"' || id || '","type":"' || type
      || '","timestamp":"' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      || '","apiVersion":"1","storeId":"' || store_id || '","sequence":' || sequence
      || ',"data":' || data::json::text || '}'
    FROM numbered
  ), sequenced AS (
    UPDATE event e SET sequence = n.sequence, data = NULL, sequenced_at = clock_timestamp(),
      handed_over_at = CASE WHEN embedded THEN clock_timestamp() END, hand_overs = embedded::int
    FROM numbered n WHERE e.position = n.position RETURNING e.position
  )
  SELECT coalesce(array_agg(position ORDER BY position), '{}') INTO taken FROM sequenced;
  IF embedded AND cardinality(taken) > 0 THEN
    PERFORM engine_send('webhooks/events.sequenced',
      jsonb_build_object('positions', (SELECT jsonb_agg(p::text ORDER BY p) FROM unnest(taken) p)),
      'sequenced:' || taken[1], NULL);
  END IF;
  RETURN taken;
END $$;

-- Claims ------------------------------------------------------------------------------------------------------------------

-- Whether an event is one that the endpoint takes. An order matches a narrowing when any of its lines does.
CREATE FUNCTION wants(target endpoint, type text, locations uuid[], products uuid[], staff_members uuid[])
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN type LIKE 'endpoint.%' THEN type = ANY (target.operational_types) ELSE
    (target.event_types = '{}' OR type = ANY (target.event_types))
    AND (target.location_ids = '{}' OR target.location_ids && locations)
    AND (target.product_ids = '{}' OR target.product_ids && products)
    AND (target.staff_member_ids = '{}' OR target.staff_member_ids && staff_members) END
$$;

-- What fan_out() and drain_next() return: claims with all that an attempt needs, and notes about what else there is to do.
CREATE TYPE claim_row AS (
  delivery_id text, store_id uuid, endpoint_id text, claim_id uuid, number int, url text, secrets jsonb,
  event_id text, event_type text, body text, is_test boolean, start_ms float8, note jsonb
);

CREATE FUNCTION note_row(note jsonb) RETURNS claim_row LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_populate_record(NULL::claim_row, jsonb_build_object('note', note))
$$;

-- Read with the claim: what was rotated or changed a moment ago is seen. `secrets` holds all that is encrypted: the secrets and
-- keys that sign, newest first, and the endpoint's own headers. Begun after `start_ms`, one `step_ms` after the other.
CREATE FUNCTION claimed_deliveries(ids text[], start_ms float8 DEFAULT 0, step_ms float8 DEFAULT 0)
RETURNS SETOF claim_row LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_bitmapscan = off
SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN QUERY WITH claimed AS MATERIALIZED (
    SELECT d.*, i.place FROM unnest(ids) WITH ORDINALITY AS i (id, place) JOIN delivery d ON d.id = i.id
  ), addressed AS MATERIALIZED (
    SELECT ep.id, ep.url, jsonb_build_object(
      'signing', (
        SELECT jsonb_agg(jsonb_build_object('id', s.id, 'ciphertext', s.ciphertext, 'signsRawBody', s.signs_raw_body)
          ORDER BY s.created_at DESC, s.id DESC)
        FROM endpoint_secret s WHERE s.store_id = ep.store_id AND s.endpoint_id = ep.id
          AND (s.expires_at IS NULL OR s.expires_at > policy_now())),
      'keys', CASE WHEN ep.signs_ed25519 THEN (
        SELECT jsonb_agg(jsonb_build_object('id', k.id, 'ciphertext', k.ciphertext) ORDER BY k.created_at DESC, k.id DESC)
        FROM endpoint_key k WHERE k.store_id = ep.store_id AND k.endpoint_id = ep.id
          AND (k.expires_at IS NULL OR k.expires_at > policy_now())) END,
      'headers', ep.custom_headers
    ) AS secrets
    FROM endpoint ep WHERE ep.id IN (SELECT endpoint_id FROM claimed)
  )
  SELECT d.id, d.store_id, d.endpoint_id, d.claim_id, d.attempts, a.url, a.secrets, e.id, e.type, p.body, e.is_test,
    claimed_deliveries.start_ms + (d.place - 1) * step_ms, NULL::jsonb
  FROM claimed d JOIN addressed a ON a.id = d.endpoint_id JOIN event e ON e.id = d.event_id CROSS JOIN LATERAL (
    -- OFFSET: by its key, also in a plan that was made while the table was empty.
    SELECT body FROM event_payload WHERE event_id = d.event_id AND api_version = '1' OFFSET 0
  ) p
  ORDER BY d.place;
END $$;

-- Endpoints whose next drain somebody must start now (or whose live drain may be told), as one JSON object each. The time is
-- text to the microsecond, since the trigger that carries it is compared with armed_for.
CREATE FUNCTION wake_of(work endpoint_work) RETURNS jsonb LANGUAGE sql VOLATILE AS $$
  SELECT jsonb_build_object('storeId', work.store_id, 'endpointId', work.endpoint_id,
    'dueAt', to_char(work.next_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'waitMs', greatest(0, ceil(extract(epoch FROM work.next_due_at - policy_now()) * 1000)),
    'live', coalesce(work.drain_until > clock_timestamp(), false))
$$;

-- Lowers next_due_at of endpoints whose rows the caller has locked; and triggers anew what is due where the drain that took the
-- last trigger is no more, so that fresh events do not wait for the sweep. Returns a wake for each of those and for each live
-- drain; only the former are armed, and need a trigger.
CREATE FUNCTION make_due(endpoint_ids text[], due_ats timestamptz[]) RETURNS SETOF jsonb LANGUAGE sql VOLATILE AS $$
  WITH due AS (SELECT * FROM unnest(endpoint_ids, due_ats) AS d (endpoint_id, due_at)),
  lowered AS (
    UPDATE endpoint_work w SET next_due_at = least(w.next_due_at, d.due_at),
      armed_for = CASE WHEN w.drain_until > clock_timestamp() THEN w.armed_for ELSE least(w.next_due_at, d.due_at) END,
      armed_at = CASE WHEN w.drain_until > clock_timestamp() THEN w.armed_at ELSE clock_timestamp() END
    FROM due d WHERE w.endpoint_id = d.endpoint_id AND (w.next_due_at IS NULL OR w.next_due_at > d.due_at
      OR w.armed_for IS NULL AND coalesce(w.drain_until, '-infinity') <= clock_timestamp())
    RETURNING w
  )
  SELECT wake_of(w) FROM lowered
  UNION ALL
  SELECT wake_of(w) FROM endpoint_work w
  WHERE w.endpoint_id = ANY (endpoint_ids) AND w.drain_until > clock_timestamp()
    AND w.endpoint_id NOT IN (SELECT (l.w).endpoint_id FROM lowered l)
$$;

-- The lowest sequence of a store that is not fanned out yet: an ordered endpoint gets nothing from there on. Null: all are.
-- Reads what is in flight of all stores, which the relay keeps small: an index of its own would cost every event.
CREATE FUNCTION fanned_out_to(store uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT min(sequence) FROM event WHERE store_id = store AND fanned_out_at IS NULL AND sequence IS NOT NULL
$$;

-- An earlier delivery of the same booking to the same endpoint for which more is to come.
CREATE FUNCTION earlier_of_key(behind delivery) RETURNS SETOF delivery LANGUAGE sql STABLE AS $$
  SELECT d.* FROM event e JOIN event o ON o.store_id = e.store_id AND o.ordering_key = e.ordering_key AND o.sequence < e.sequence
    JOIN delivery d ON d.event_id = o.id AND d.endpoint_id = behind.endpoint_id
  WHERE e.id = behind.event_id AND d.status IN ('pending', 'failed', 'held')
$$;

-- Whether it is the turn of a delivery to an ordered endpoint: nothing earlier of its key is open or yet to come, and nothing
-- of its key is under way. Test events have no place in any order.
CREATE FUNCTION is_head(candidate delivery, mark bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT e.sequence IS NULL OR (mark IS NULL OR e.sequence < mark)
    AND NOT EXISTS (SELECT FROM earlier_of_key(candidate))
    AND NOT EXISTS (
      SELECT FROM event o JOIN delivery d ON d.event_id = o.id AND d.endpoint_id = candidate.endpoint_id
      WHERE o.store_id = e.store_id AND o.ordering_key = e.ordering_key AND d.id <> candidate.id AND d.claim_id IS NOT NULL)
  FROM event e WHERE e.id = candidate.event_id
$$;

-- The time of an endpoint's earliest claimable delivery: in its order, not before the end of a pause (unless by hand) or the
-- next slot of its rate; or of a choice about its held ones that is not carried out yet. Null when there is neither.
CREATE FUNCTION earliest_due(ep text) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  w endpoint_work;
  target endpoint;
  mark bigint;
  by_hand timestamptz;
  others timestamptz;
BEGIN
  SELECT * INTO w FROM endpoint_work WHERE endpoint_id = ep;
  SELECT * INTO target FROM endpoint WHERE id = ep;
  IF target.ordered THEN mark := fanned_out_to(target.store_id); END IF;
  SELECT min(due_at) FILTER (WHERE priority = 0), min(due_at) FILTER (WHERE priority > 0) INTO by_hand, others
  FROM generate_series(0, 3) AS p (priority) CROSS JOIN LATERAL (
    SELECT d.due_at FROM delivery d
    WHERE d.endpoint_id = ep AND d.priority = p.priority AND d.due_at IS NOT NULL AND d.claim_id IS NULL
      AND (NOT target.ordered OR is_head(d, mark))
    ORDER BY d.due_at, d.id LIMIT 1
  ) first;
  IF others < w.paused_until THEN others := w.paused_until; END IF;
  others := least(by_hand, others);
  IF target.rate_per_second IS NOT NULL AND w.rate_next_at > clock_timestamp() THEN
    others := CASE WHEN others IS NOT NULL THEN greatest(others, policy_now() + (w.rate_next_at - clock_timestamp())) END;
  END IF;
  RETURN least(others, w.held_chosen_at);
END $$;

-- Ends an endpoint's open work: held where it is disabled, canceled where it is deleted. A row in mid-attempt keeps its claim.
-- Skips what a recorder is writing (the claim that follows would end it), so it waits for nobody. Returns how many it ended.
CREATE FUNCTION settle_open(ep text, outcome text, max int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  ended int;
BEGIN
  WITH under_way AS (
    SELECT id FROM delivery WHERE endpoint_id = ep AND claim_id IS NOT NULL AND due_at IS NOT NULL
    LIMIT max FOR NO KEY UPDATE SKIP LOCKED
  ), waiting AS (
    SELECT id FROM delivery WHERE endpoint_id = ep AND claim_id IS NULL AND due_at IS NOT NULL
    LIMIT max FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE delivery d SET due_at = NULL, planned_at = NULL,
    status = CASE WHEN status IN ('pending', 'failed') THEN outcome ELSE status END,
    settled_at = CASE WHEN status IN ('pending', 'failed') THEN policy_now() ELSE settled_at END,
    canceled_by = CASE WHEN status IN ('pending', 'failed') AND outcome = 'canceled'
      THEN (SELECT settled_by FROM endpoint_work WHERE endpoint_id = ep) ELSE canceled_by END
  FROM (SELECT id FROM under_way UNION ALL SELECT id FROM waiting) open WHERE d.id = open.id;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Carries out what was chosen for an endpoint's held deliveries, oldest first: due again as catch-up, microseconds apart so that
-- the drain keeps the order of their events, or canceled. Skips what a recorder is writing, so it waits for nobody.
CREATE FUNCTION settle_held(work endpoint_work, max int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  due_now timestamptz := policy_now();
BEGIN
  WITH held AS (
    SELECT id, event_id FROM delivery WHERE endpoint_id = work.endpoint_id AND status = 'held'
    ORDER BY id LIMIT max FOR NO KEY UPDATE SKIP LOCKED
  ), placed AS (
    SELECT h.id, row_number() OVER (ORDER BY e.position) AS place FROM held h JOIN event e ON e.id = h.event_id
  )
  UPDATE delivery d SET
    status = CASE work.held_choice WHEN 'catch-up' THEN 'pending' ELSE 'canceled' END,
    priority = CASE work.held_choice WHEN 'catch-up' THEN 3 ELSE d.priority END,
    due_at = CASE work.held_choice WHEN 'catch-up' THEN due_now + p.place * interval '1 us' END,
    settled_at = CASE work.held_choice WHEN 'discard' THEN due_now END,
    canceled_by = CASE work.held_choice WHEN 'discard' THEN work.settled_by END
  FROM placed p WHERE d.id = p.id;
END $$;

-- Goes on with what an endpoint's state asks for its deliveries: the open ones of a disabled or deleted one are ended, the held
-- ones follow the choice. The caller has locked the row. Returns whether nothing is left to do.
CREATE FUNCTION settle_endpoint(ep text, max int) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  w endpoint_work;
  target endpoint;
  is_settled boolean := true;
BEGIN
  SELECT * INTO w FROM endpoint_work WHERE endpoint_id = ep;
  SELECT * INTO target FROM endpoint WHERE id = ep;
  IF target.deleted_at IS NOT NULL OR target.disabled_at IS NOT NULL THEN
    is_settled := settle_open(ep, CASE WHEN target.deleted_at IS NOT NULL THEN 'canceled' ELSE 'held' END, max) < max;
  END IF;
  IF w.held_choice IS NOT NULL THEN
    PERFORM settle_held(w, max);
    IF EXISTS (SELECT 1 FROM delivery WHERE endpoint_id = ep AND status = 'held') THEN
      is_settled := false;
    ELSE
      UPDATE endpoint_work SET held_choice = NULL, held_chosen_at = NULL WHERE endpoint_id = ep;
    END IF;
  END IF;
  RETURN is_settled;
END $$;

-- The same for a verb that has just changed that state: as much as one call may, and what follows from it. Returns wakes.
CREATE FUNCTION settle_work(ep text, max int) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  earliest timestamptz := policy_now();
BEGIN
  -- A statement of its own, so that it sees what was settled.
  IF settle_endpoint(ep, max) THEN earliest := earliest_due(ep); END IF;
  IF earliest IS NOT NULL THEN
    RETURN QUERY SELECT make_due(ARRAY[ep], ARRAY[earliest]);
  ELSE
    UPDATE endpoint_work SET next_due_at = NULL WHERE endpoint_id = ep;
    -- A live drain has claimed ahead: it must hear of it.
    RETURN QUERY SELECT wake_of(w) FROM endpoint_work w WHERE w.endpoint_id = ep AND w.drain_until > clock_timestamp();
  END IF;
END $$;

-- Fan-out, claims and drains keep their plans (force_generic_plan): they are asked often, and planning took thrice what they do.
-- Every join in them goes by a key, so that a plan made while the tables were empty stays good.
-- Fan-out: one delivery per event and endpoint that wants it, claimed at once where it can start at once. What cannot is due
-- for the endpoint's drain. Rows are claims, then the stores that got deliveries, then wakes.
CREATE FUNCTION fan_out(batch bigint[], claim uuid) RETURNS SETOF claim_row
LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  locked text[];
  has_ordered boolean;
  lease_now timestamptz;
  due_now timestamptz;
  claimed text[];
  waiting text[];
  stores uuid[];
BEGIN
  -- Ordered ones of the store as well: what waits there may have waited for this batch.
  WITH fresh AS MATERIALIZED (
    SELECT * FROM event WHERE position = ANY (batch) AND fanned_out_at IS NULL
  )
  SELECT array_agg(s.endpoint_id), bool_or(s.ordered) INTO locked, has_ordered FROM (
    SELECT w.endpoint_id, o.ordered FROM endpoint_work w JOIN endpoint o ON o.id = w.endpoint_id WHERE w.endpoint_id IN (
      SELECT ep.id FROM fresh e JOIN endpoint ep ON ep.store_id = e.store_id AND ep.deleted_at IS NULL
        AND (ep.ordered OR wants(ep, e.type, e.location_ids, e.product_ids, e.staff_member_ids))
    ) ORDER BY w.endpoint_id FOR NO KEY UPDATE OF w
  ) s;
  -- Taken after the wait, and as values: now() is older than what the lock's last holder wrote.
  lease_now := clock_timestamp();
  due_now := policy_now();
  WITH fresh AS MATERIALIZED (
    SELECT * FROM event WHERE position = ANY (batch) AND fanned_out_at IS NULL AND sequence IS NOT NULL
  ), wanted AS (
    SELECT e.position, e.id AS event_id, e.store_id, ep.id AS endpoint_id, ep.disabled_at IS NOT NULL AS is_held,
      row_number() OVER (PARTITION BY ep.id ORDER BY e.position) AS place
    FROM fresh e JOIN endpoint ep ON ep.store_id = e.store_id AND ep.id = ANY (locked) AND ep.deleted_at IS NULL
      AND wants(ep, e.type, e.location_ids, e.product_ids, e.staff_member_ids)
  ), room AS MATERIALIZED (
    -- Beside a live drain only where nothing waits for it: else one hiccup would leave a busy endpoint to its drain for good.
    SELECT w.endpoint_id, CASE
      WHEN ep.ordered OR ep.rate_per_second IS NOT NULL OR w.troubled OR w.paused_until > due_now THEN 0
      WHEN w.drain_until > lease_now AND EXISTS (SELECT FROM delivery d
        WHERE d.endpoint_id = w.endpoint_id AND d.due_at <= due_now AND d.claim_id IS NULL) THEN 0
      WHEN coalesce(w.drain_until, '-infinity') <= lease_now AND w.next_due_at <= due_now THEN 0
      ELSE w.cap - (SELECT count(*) FROM delivery d
        WHERE d.endpoint_id = w.endpoint_id AND d.claim_id IS NOT NULL AND d.claimed_until > lease_now)
      END AS free
    FROM endpoint_work w JOIN endpoint ep ON ep.id = w.endpoint_id WHERE w.endpoint_id = ANY (locked)
  ), made AS (
    INSERT INTO delivery (id, store_id, endpoint_id, event_id, status, priority, due_at, created_at, settled_at,
      attempts, claim_id, claimed_until)
    SELECT new_typeid('dlv'), w.store_id, w.endpoint_id, w.event_id,
      CASE WHEN is_held THEN 'held' ELSE 'pending' END, 1,
      CASE WHEN NOT is_held THEN due_now END, due_now, CASE WHEN is_held THEN due_now END,
      CASE WHEN starts THEN 1 ELSE 0 END, CASE WHEN starts THEN claim END,
      CASE WHEN starts THEN lease_now + interval '30 s' END
    FROM wanted w JOIN room r USING (endpoint_id)
      CROSS JOIN LATERAL (SELECT NOT is_held AND w.place <= r.free AS starts) s
    ORDER BY w.position
    ON CONFLICT (event_id, endpoint_id) DO NOTHING
    RETURNING id, store_id, endpoint_id, status, claim_id
  ), marked AS (
    UPDATE event SET fanned_out_at = lease_now
    WHERE position = ANY (batch) AND fanned_out_at IS NULL AND sequence IS NOT NULL
  )
  SELECT array_agg(id) FILTER (WHERE claim_id IS NOT NULL),
    array_agg(DISTINCT endpoint_id) FILTER (WHERE claim_id IS NULL AND status = 'pending'),
    array_agg(DISTINCT store_id)
  INTO claimed, waiting, stores FROM made;
  RETURN QUERY SELECT * FROM claimed_deliveries(claimed);
  IF stores IS NOT NULL THEN RETURN NEXT note_row(jsonb_build_object('stores', stores)); END IF;
  IF waiting IS NULL AND NOT has_ordered THEN RETURN; END IF;
  RETURN QUERY SELECT r.* FROM (
    SELECT make_due(array_agg(endpoint_id), array_agg(due_at)) AS note FROM (
      SELECT w.endpoint_id, CASE WHEN ep.ordered OR ep.rate_per_second IS NOT NULL OR w.paused_until > due_now
        THEN earliest_due(w.endpoint_id) ELSE due_now END AS due_at
      FROM endpoint_work w JOIN endpoint ep ON ep.id = w.endpoint_id
      WHERE w.endpoint_id = ANY (locked) AND (ep.ordered OR w.endpoint_id = ANY (waiting))
    ) due WHERE due_at IS NOT NULL
  ) notes CROSS JOIN LATERAL note_row(notes.note) r;
END $$;

-- Gives back what was claimed and not begun, with its number. Returns wakes.
CREATE FUNCTION release_claims(delivery_ids text[], claim_ids uuid[]) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  endpoint_ids text[];
  due_ats timestamptz[];
BEGIN
  PERFORM 1 FROM endpoint_work w
  WHERE w.endpoint_id IN (SELECT d.endpoint_id FROM delivery d WHERE d.id = ANY (delivery_ids))
  ORDER BY w.endpoint_id FOR NO KEY UPDATE;
  WITH released AS (
    UPDATE delivery d SET claim_id = NULL, claimed_until = NULL, attempts = d.attempts - 1
    FROM unnest(delivery_ids, claim_ids) AS c (delivery_id, claim_id)
    WHERE d.id = c.delivery_id AND d.claim_id = c.claim_id RETURNING d.endpoint_id, d.due_at
  )
  SELECT array_agg(endpoint_id), array_agg(due_at) INTO endpoint_ids, due_ats FROM (
    SELECT endpoint_id, min(due_at) AS due_at FROM released WHERE due_at IS NOT NULL GROUP BY endpoint_id
  ) r;
  RETURN QUERY SELECT * FROM make_due(endpoint_ids, due_ats);
END $$;

-- How endpoints fare ------------------------------------------------------------------------------------------------------

-- The last failure of an endpoint's deliveries, in its own words.
CREATE FUNCTION last_failure(ep text) RETURNS TABLE (delivery_id text, event_id text, error text) LANGUAGE sql STABLE AS $$
  SELECT d.id, d.event_id, coalesce(a.failure_detail, 'HTTP ' || d.last_status_code, d.last_failure)
  FROM endpoint target JOIN delivery d ON d.store_id = target.store_id AND d.endpoint_id = target.id
    LEFT JOIN attempt a ON a.delivery_id = d.id AND a.number = d.attempts
  WHERE target.id = ep AND d.last_failure IS NOT NULL AND d.status <> 'delivered'
  ORDER BY d.id DESC LIMIT 1
$$;

-- Disables an endpoint whose row the caller has locked, and holds its open deliveries. Returns wakes.
CREATE FUNCTION disable_endpoint(ep text, reason text) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  due_now timestamptz := policy_now();
BEGIN
  WITH target AS (
    UPDATE endpoint SET disabled_at = due_now, disabled_reason = reason, updated_at = due_now
    WHERE id = ep AND disabled_at IS NULL AND deleted_at IS NULL RETURNING store_id, id
  ), fared AS (
    UPDATE endpoint_work w SET alert = 'disabled', disables_at = NULL, held_choice = NULL, held_chosen_at = NULL,
      settled_by = NULL
    FROM target WHERE w.endpoint_id = target.id
  )
  INSERT INTO endpoint_alert (store_id, endpoint_id, kind, at, delivery_id, event_id, error)
  SELECT t.store_id, t.id, 'disabled', due_now, f.delivery_id, f.event_id, f.error
  FROM target t LEFT JOIN LATERAL last_failure(t.id) f ON true;
  RETURN QUERY SELECT settle_work(ep, 1000);
END $$;

-- The turn that an endpoint's failures have come to: failing after three over a minute; disabled when disables_at has come and
-- that was announced before, a day ahead. Null: none.
CREATE FUNCTION next_alert(work endpoint_work) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT CASE
    WHEN work.disables_at <= policy_now() AND work.alert = 'disabling-soon' THEN 'disabled'
    WHEN work.disables_at <= policy_now() + interval '1 day' AND work.alert IS DISTINCT FROM 'disabling-soon'
      THEN 'disabling-soon'
    WHEN work.failures >= 3 AND work.first_failure_at <= policy_now() - interval '1 min'
      AND coalesce(work.alert, 'disabled') = 'disabled' THEN 'failing'
  END
$$;

-- Makes the turns of endpoints whose rows the caller has locked. Returns wakes.
CREATE FUNCTION judge_failing(endpoint_ids text[]) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  doomed text[];
  target text;
BEGIN
  endpoint_ids := ARRAY(SELECT id FROM endpoint WHERE id = ANY (endpoint_ids) AND disabled_at IS NULL AND deleted_at IS NULL);
  doomed := ARRAY(SELECT w.endpoint_id FROM endpoint_work w
    WHERE w.endpoint_id = ANY (endpoint_ids) AND next_alert(w) = 'disabled' ORDER BY w.endpoint_id);
  WITH turned AS (
    UPDATE endpoint_work w SET alert = n.alert
    FROM (SELECT x.endpoint_id, next_alert(x) AS alert FROM endpoint_work x WHERE x.endpoint_id = ANY (endpoint_ids)) n
    WHERE w.endpoint_id = n.endpoint_id AND n.alert IN ('failing', 'disabling-soon')
    RETURNING w.store_id, w.endpoint_id, w.alert, w.disables_at
  )
  INSERT INTO endpoint_alert (store_id, endpoint_id, kind, at, disables_at, delivery_id, event_id, error)
  SELECT t.store_id, t.endpoint_id, t.alert, policy_now(), t.disables_at, f.delivery_id, f.event_id, f.error
  FROM turned t LEFT JOIN LATERAL last_failure(t.endpoint_id) f ON true;
  FOREACH target IN ARRAY doomed LOOP
    RETURN QUERY SELECT disable_endpoint(target, 'failing');
  END LOOP;
END $$;

-- Records -----------------------------------------------------------------------------------------------------------------

-- Writes a bulk of outcomes: one attempt row and one step of its delivery each, only where the claim and the number still
-- match. Locks only endpoints with a failure in the bulk, or troubled, or ordered: elsewhere a success makes nothing due, and
-- locking all would make one global lock of a few busy endpoints. Returns wakes.
-- An attempt by hand (a resend) leaves the ladder alone: the delivery is due again when it was planned, or keeps the state it
-- had come to. Only our own fault repeats it.
CREATE FUNCTION record_attempts(outcomes jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  locked text[];
  due_now timestamptz;
  ended jsonb;
  changed jsonb;
BEGIN
  SELECT array_agg(s.endpoint_id) INTO locked FROM (
    SELECT w.endpoint_id FROM endpoint_work w JOIN endpoint ep ON ep.id = w.endpoint_id JOIN (
      SELECT endpoint_id, bool_or(outcome <> 'delivered') AS unwell
      FROM jsonb_to_recordset(outcomes) AS x (endpoint_id text, outcome text) GROUP BY endpoint_id
    ) b ON b.endpoint_id = w.endpoint_id
    WHERE b.unwell OR w.troubled OR ep.ordered OR w.alert IS NOT NULL OR w.paused_until > policy_now()
    ORDER BY w.endpoint_id FOR NO KEY UPDATE OF w
  ) s;
  due_now := policy_now();
  WITH judged AS (
    -- What an older URL answered says nothing about the endpoint.
    SELECT x.*, d.status IN ('pending', 'failed') AS is_open, d.interruptions, d.priority = 0 AS is_urgent,
      d.priority = 0 AND d.due_at IS NOT NULL AND (d.planned_at IS NOT NULL OR d.status NOT IN ('pending', 'failed')) AS by_hand,
      x.outcome = 'failed' AND ep.url = x.url AND x.status_code = 410 AS is_gone,
      x.outcome = 'failed' AND ep.url = x.url AND x.status_code IN (429, 502, 503, 504) AS is_too_much,
      x.outcome = 'failed' OR x.outcome = 'interrupted' AND d.interruptions >= 2 AS counts,
      ep.retry_delays[d.ladder + 1] * (0.9 + random() * 0.2) * interval '1 s' AS delay
    FROM jsonb_to_recordset(outcomes) AS x (
      id text, delivery_id text, endpoint_id text, claim_id uuid, number int, outcome text, failure text,
      failure_detail text, started_at timestamptz, duration_ms int, url text, request_headers jsonb, status_code int,
      retry_after_ms bigint, response_headers jsonb, response_body text, response_truncated boolean, remote_address text,
      timings jsonb) JOIN delivery d ON d.id = x.delivery_id JOIN endpoint ep ON ep.id = d.endpoint_id
  ), moved AS (
    UPDATE delivery d SET
      status = CASE
        WHEN j.outcome = 'delivered' THEN 'delivered'
        WHEN NOT j.is_open OR NOT j.counts THEN d.status
        WHEN j.is_gone THEN 'held'
        WHEN j.delay IS NULL AND NOT j.by_hand THEN 'exhausted'
        ELSE 'failed' END,
      due_at = CASE
        WHEN j.outcome = 'delivered' OR j.is_gone OR NOT j.is_open AND (j.counts OR NOT j.by_hand) THEN NULL
        WHEN j.counts THEN CASE WHEN j.by_hand THEN d.planned_at ELSE due_now + j.delay END
        ELSE due_now + j.interruptions * interval '5 s' END,
      settled_at = CASE
        WHEN j.outcome = 'delivered' AND d.status <> 'delivered' THEN due_now
        WHEN j.is_open AND (j.is_gone OR j.counts AND j.delay IS NULL AND NOT j.by_hand) THEN due_now
        ELSE d.settled_at END,
      planned_at = CASE WHEN j.outcome = 'interrupted' AND NOT j.counts THEN d.planned_at END,
      priority = CASE WHEN j.outcome = 'failed' OR j.counts AND j.by_hand THEN greatest(d.priority, 2) ELSE d.priority END,
      ladder = d.ladder + (j.counts AND NOT j.by_hand)::int,
      interruptions = CASE WHEN j.outcome = 'interrupted' THEN d.interruptions + 1 ELSE 0 END,
      claim_id = NULL, claimed_until = NULL, last_attempt_at = j.started_at, duration_ms = j.duration_ms,
      last_failure = CASE WHEN j.outcome = 'interrupted' THEN d.last_failure ELSE j.failure END,
      last_status_code = CASE WHEN j.outcome = 'interrupted' THEN d.last_status_code ELSE j.status_code END
    FROM judged j WHERE d.id = j.delivery_id AND d.claim_id = j.claim_id AND d.attempts = j.number
    RETURNING d.store_id, d.due_at, j.*
  ), written AS (
    INSERT INTO attempt (id, store_id, delivery_id, number, outcome, failure, failure_detail, started_at, duration_ms, url,
      request_headers, status_code, response_headers, response_body, response_truncated, remote_address, timings)
    SELECT id, store_id, delivery_id, number, outcome, failure, failure_detail, started_at, duration_ms, url,
      request_headers, status_code, response_headers, response_body, response_truncated, remote_address, timings
    FROM moved
  )
  SELECT jsonb_agg(jsonb_build_object('endpoint_id', endpoint_id, 'delivery_id', delivery_id, 'due_at', due_at,
    'outcome', outcome, 'at', started_at + duration_ms * interval '1 ms', 'is_gone', is_gone,
    'is_too_much', is_too_much, 'retry_after_ms', retry_after_ms, 'is_urgent', is_urgent))
  INTO ended FROM moved WHERE endpoint_id = ANY (locked);
  IF ended IS NULL THEN RETURN; END IF;

  WITH e AS (
    SELECT *, is_too_much AND retry_after_ms IS NULL AS is_slow_down FROM jsonb_to_recordset(ended) AS e (
      endpoint_id text, delivery_id text, due_at timestamptz, outcome text, at timestamptz, is_gone boolean,
      is_too_much boolean, retry_after_ms bigint, is_urgent boolean)
  ), placed AS (
    SELECT *, max(at) FILTER (WHERE outcome = 'delivered') OVER same AS succeeded_at,
      max(at) FILTER (WHERE outcome <> 'interrupted' AND NOT is_slow_down) OVER same AS otherwise_at
    FROM e WINDOW same AS (PARTITION BY endpoint_id)
  )
  SELECT jsonb_agg(s) INTO changed FROM (
    SELECT endpoint_id, min(due_at) AS due_at, bool_or(is_gone) AS is_gone, max(succeeded_at) AS succeeded_at,
      max(at) FILTER (WHERE outcome = 'failed') AS failed_at,
      count(*) FILTER (WHERE outcome = 'failed' AND at > coalesce(succeeded_at, '-infinity')) AS failures,
      max(retry_after_ms) FILTER (WHERE is_too_much) AS retry_after_ms,
      count(*) FILTER (WHERE is_slow_down AND at > coalesce(otherwise_at, '-infinity')) AS slow_downs,
      bool_and(otherwise_at IS NULL) AS is_run,
      bool_or(outcome = 'delivered' AND is_urgent) AS is_vouched,
      (array_agg(delivery_id ORDER BY at DESC) FILTER (WHERE outcome = 'delivered'))[1] AS delivered_id
    FROM placed GROUP BY endpoint_id
  ) s;

  -- A success while something is overdue leaves the endpoint troubled: its drain clears that when nothing is left.
  WITH c AS (
    SELECT c.*, b.alert AS alert_before,
      coalesce(failed_at > coalesce(succeeded_at, '-infinity'), false) AS fails,
      CASE WHEN succeeded_at IS NULL THEN b.failures ELSE 0 END + c.failures AS failures_now,
      CASE WHEN succeeded_at IS NULL THEN b.failed_days + (b.failed_on IS DISTINCT FROM due_now::date)::int ELSE 1 END AS days_now,
      coalesce(CASE WHEN succeeded_at IS NULL THEN b.first_failure_at END, due_now) AS failing_since,
      CASE WHEN is_run THEN b.slow_downs ELSE 0 END + c.slow_downs AS slow_downs_now
    FROM jsonb_to_recordset(changed) AS c (endpoint_id text, succeeded_at timestamptz, failed_at timestamptz, failures int,
      retry_after_ms bigint, slow_downs int, is_run boolean, is_vouched boolean, delivered_id text)
      JOIN endpoint_work b USING (endpoint_id)
    WHERE succeeded_at IS NOT NULL OR failed_at IS NOT NULL
  ), fared AS (
    UPDATE endpoint_work w SET
      troubled = CASE WHEN c.fails THEN true
        WHEN w.next_due_at <= due_now OR w.drain_until > clock_timestamp() THEN w.troubled
        ELSE false END,
      last_success_at = greatest(c.succeeded_at, w.last_success_at),
      first_failure_at = CASE WHEN c.fails THEN c.failing_since END,
      failures = CASE WHEN c.fails THEN c.failures_now ELSE 0 END,
      failed_days = CASE WHEN c.fails THEN c.days_now ELSE 0 END,
      failed_on = CASE WHEN c.fails THEN due_now::date END,
      disables_at = CASE WHEN c.fails AND c.failures_now >= 10 AND c.days_now >= 3 THEN
        coalesce(CASE WHEN c.succeeded_at IS NULL THEN w.disables_at END,
          greatest(c.failing_since + interval '5 days', due_now + interval '1 day')) END,
      -- Enabled since the last alert: what comes next is announced anew.
      alert = CASE WHEN c.fails AND c.succeeded_at IS NULL THEN
        CASE WHEN w.first_failure_at IS NULL AND w.alert IS NOT NULL THEN 'disabled' ELSE w.alert END END,
      slow_downs = c.slow_downs_now,
      paused_until = CASE WHEN c.is_vouched THEN NULL ELSE greatest(w.paused_until,
        CASE WHEN c.retry_after_ms > 0 THEN due_now + least(c.retry_after_ms, 86400000) * interval '1 ms' END,
        CASE WHEN c.slow_downs > 0 AND c.slow_downs_now >= 3 THEN due_now + interval '30 s' END) END
    FROM c WHERE w.endpoint_id = c.endpoint_id
    RETURNING w.store_id, w.endpoint_id, w.alert, c.alert_before, c.delivered_id
  )
  INSERT INTO endpoint_alert (store_id, endpoint_id, kind, at, delivery_id, event_id)
  SELECT f.store_id, f.endpoint_id, 'recovered', due_now, d.id, d.event_id
  FROM fared f JOIN delivery d ON d.id = f.delivered_id WHERE f.alert IS NULL AND f.alert_before IS NOT NULL;

  RETURN QUERY SELECT disable_endpoint(c.endpoint_id, 'gone')
    FROM jsonb_to_recordset(changed) AS c (endpoint_id text, is_gone boolean) WHERE c.is_gone;
  RETURN QUERY SELECT judge_failing(array_agg(c.endpoint_id))
    FROM jsonb_to_recordset(changed) AS c (endpoint_id text, failures int) WHERE c.failures > 0;

  -- A failure is due again, what is ordered may go on, and a pause may have ended.
  RETURN QUERY SELECT make_due(array_agg(due.endpoint_id), array_agg(due.due_at)) FROM (
    SELECT c.endpoint_id, earliest_due(c.endpoint_id) AS due_at
    FROM jsonb_to_recordset(changed) AS c (endpoint_id text, due_at timestamptz, is_vouched boolean)
      JOIN endpoint ep ON ep.id = c.endpoint_id
    WHERE c.due_at IS NOT NULL OR c.is_vouched OR ep.ordered
  ) due WHERE due.due_at IS NOT NULL;
END $$;

-- Drains ------------------------------------------------------------------------------------------------------------------

-- Lets go of an endpoint and says when it has work again. Armed (with a wake in the note) unless the caller itself goes on.
CREATE FUNCTION drain_release(ep text, token uuid, goes_on boolean) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  w endpoint_work;
  earliest timestamptz;
BEGIN
  PERFORM 1 FROM endpoint_work WHERE endpoint_id = ep FOR NO KEY UPDATE;
  earliest := earliest_due(ep);
  goes_on := goes_on AND coalesce(earliest <= policy_now() + interval '5 s', false);
  UPDATE endpoint_work SET drain_token = NULL, drain_until = NULL, next_due_at = earliest,
    armed_for = CASE WHEN NOT goes_on THEN earliest END, armed_at = clock_timestamp(),
    troubled = first_failure_at IS NOT NULL
  WHERE endpoint_id = ep AND drain_token = token RETURNING * INTO w;
  IF w.endpoint_id IS NULL THEN RETURN '{"verdict": "over"}'; END IF;
  IF goes_on THEN RETURN '{"verdict": "again"}'; END IF;
  RETURN jsonb_build_object('verdict', 'over', 'wake', CASE WHEN earliest IS NOT NULL THEN wake_of(w) END);
END $$;

-- Claims what is due at an endpoint whose row the caller has locked, in the order in which it is to be sent: by hand first;
-- then of ten eight by priority, one retry and one catch-up. What the endpoint no longer takes is canceled on the way.
CREATE FUNCTION claim_due(work endpoint_work, target endpoint, token uuid, want int, is_idle boolean)
RETURNS text[] LANGUAGE plpgsql
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  due_now timestamptz := policy_now();
  lease_end timestamptz := clock_timestamp() + interval '30 s';
  mark bigint;
  -- One in ten each, also when fewer than ten are wanted.
  retries int := want / 10 + (random() < want % 10 / 10.0)::int;
  catch_ups int := want / 10 + (random() < want % 10 / 10.0)::int;
  claimed text[];
BEGIN
  IF target.ordered THEN mark := fanned_out_to(target.store_id); END IF;
  WITH due AS (
    SELECT d.*, e.ordering_key, e.sequence, CASE WHEN target.ordered AND p.priority > 0 THEN (
        -- What waits behind a head lends it its urgency.
        SELECT least(p.priority, min(o.priority)) FROM event oe JOIN delivery o ON o.event_id = oe.id AND o.endpoint_id = d.endpoint_id
        WHERE oe.store_id = e.store_id AND oe.ordering_key = e.ordering_key AND o.status IN ('pending', 'failed')
      ) ELSE p.priority END AS urgency
    FROM generate_series(0, CASE WHEN work.paused_until > due_now THEN 0 ELSE 3 END) AS p (priority) CROSS JOIN LATERAL (
      SELECT * FROM delivery d
      WHERE d.endpoint_id = target.id AND d.priority = p.priority AND d.due_at <= due_now AND d.claim_id IS NULL
        AND (NOT target.ordered OR is_head(d, mark))
      ORDER BY d.due_at, d.id LIMIT want
    ) d LEFT JOIN event e ON target.ordered AND e.id = d.event_id
  ), ranked AS (
    SELECT id, urgency, due_at, interruptions, row_number() OVER (PARTITION BY urgency ORDER BY due_at, id) AS place,
      row_number() OVER (PARTITION BY CASE WHEN target.ordered AND sequence IS NOT NULL THEN ordering_key ELSE id END
        ORDER BY sequence) AS place_of_key
    FROM due
  ), queue AS (
    SELECT id, interruptions >= 3 AS is_alone, row_number() OVER (ORDER BY urgency <> 0,
      NOT (urgency = 2 AND place <= retries OR urgency = 3 AND place <= catch_ups), urgency, due_at, id) AS turn
    FROM ranked WHERE place_of_key = 1
  ), chosen AS (
    -- Three times cut off in a row: with nothing beside it, so that it cannot take others down again.
    SELECT id FROM queue q
    WHERE turn <= CASE WHEN (SELECT is_alone FROM queue WHERE turn = 1) THEN is_idle::int
      ELSE least(want, (SELECT min(turn) - 1 FROM queue WHERE is_alone)) END
  ), claims AS (
    UPDATE delivery d SET
      status = CASE WHEN is_wanted THEN d.status WHEN d.status IN ('pending', 'failed') THEN 'canceled' ELSE d.status END,
      due_at = CASE WHEN is_wanted THEN d.due_at END, planned_at = CASE WHEN is_wanted THEN d.planned_at END,
      settled_at = CASE WHEN is_wanted OR d.status NOT IN ('pending', 'failed') THEN d.settled_at ELSE due_now END,
      attempts = d.attempts + is_wanted::int, claim_id = CASE WHEN is_wanted THEN token END,
      claimed_until = CASE WHEN is_wanted THEN lease_end END
    FROM chosen c JOIN delivery cd ON cd.id = c.id JOIN event e ON e.id = cd.event_id CROSS JOIN LATERAL (
      SELECT e.is_test OR wants(target, e.type, e.location_ids, e.product_ids, e.staff_member_ids) AS is_wanted
    ) t
    WHERE d.id = c.id AND d.claim_id IS NULL RETURNING d.id, d.claim_id
  )
  SELECT array_agg(id ORDER BY q.turn) FILTER (WHERE c.claim_id IS NOT NULL) INTO claimed
  FROM claims c JOIN queue q USING (id);
  RETURN claimed;
END $$;

-- A drain's one question: what may I attempt next, or may I end? Rows are claims, then a note:
--   over: another drain is at work, the trigger is not the armed one, or nothing is due within 5 s and the row is released
--   go:   `limit` requests at once, `stepMs` between two of them; ask again when one has ended, or after `waitMs`
-- `armed` is the trigger's time, null when a run goes on. `want` may exceed the limit (claimed ahead). `may_end`: the caller
-- has nothing under way.
CREATE FUNCTION drain_next(ep text, token uuid, is_start boolean, armed timestamptz, want int, may_end boolean)
RETURNS SETOF claim_row LANGUAGE plpgsql SET enable_seqscan = off SET enable_bitmapscan = off
SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  w endpoint_work;
  target endpoint;
  live record;
  lease_now timestamptz;
  due_now timestamptz;
  earliest timestamptz;
  is_settled boolean := true;
  room int;
  wait_ms float8;
  start_ms float8 := 0;
  step_ms float8 := 0;
  claimed text[];
BEGIN
  PERFORM 1 FROM endpoint_work x WHERE x.endpoint_id = ep FOR NO KEY UPDATE;
  SELECT * INTO w FROM endpoint_work x WHERE x.endpoint_id = ep;
  SELECT * INTO target FROM endpoint x WHERE x.id = ep;
  lease_now := clock_timestamp();
  due_now := policy_now();
  IF w.endpoint_id IS NULL
    OR is_start AND (w.drain_until > lease_now OR armed IS NOT NULL AND armed IS DISTINCT FROM w.armed_for)
    OR NOT is_start AND w.drain_token IS DISTINCT FROM token
  THEN
    RETURN NEXT note_row('{"verdict": "over"}');
    RETURN;
  END IF;
  IF is_start THEN
    UPDATE endpoint_work x SET drain_token = token, drain_until = lease_now + interval '12 s', armed_for = NULL
    WHERE x.endpoint_id = ep;
  END IF;

  IF target.deleted_at IS NOT NULL OR target.disabled_at IS NOT NULL OR w.held_choice IS NOT NULL THEN
    is_settled := settle_endpoint(ep, 1000);
  END IF;
  SELECT count(*) AS total, count(*) FILTER (WHERE d.claim_id <> token) AS foreign,
    coalesce(bool_or(d.interruptions >= 3), false) AS is_alone
  INTO live FROM delivery d
  WHERE d.endpoint_id = ep AND d.claim_id IS NOT NULL AND d.claimed_until > lease_now;
  room := CASE WHEN target.deleted_at IS NOT NULL OR target.disabled_at IS NOT NULL THEN 0
    ELSE greatest(0, w.cap - live.foreign) END;

  IF target.rate_per_second IS NOT NULL THEN
    -- The slots of the coming second, and one at least.
    step_ms := 1000.0 / target.rate_per_second;
    start_ms := greatest(0, coalesce(extract(epoch FROM w.rate_next_at - lease_now) * 1000, 0));
    want := least(want, ceil((1000 + step_ms - start_ms) / step_ms));
  END IF;
  IF want > 0 AND room > 0 AND NOT live.is_alone THEN
    claimed := claim_due(w, target, token, want, live.total = 0);
    IF step_ms > 0 AND claimed IS NOT NULL THEN
      UPDATE endpoint_work x SET rate_next_at = lease_now + (start_ms + cardinality(claimed) * step_ms) * interval '1 ms'
      WHERE x.endpoint_id = ep;
    END IF;
  END IF;
  RETURN QUERY SELECT * FROM claimed_deliveries(claimed, start_ms, step_ms);

  wait_ms := CASE WHEN is_settled THEN 100 ELSE 0 END;
  IF claimed IS NULL AND may_end AND is_settled THEN
    earliest := earliest_due(ep);
    IF earliest > due_now + interval '5 s' OR earliest IS NULL THEN
      RETURN NEXT note_row(drain_release(ep, token, false));
      RETURN;
    END IF;
    IF earliest > due_now THEN wait_ms := ceil(extract(epoch FROM earliest - due_now) * 1000); END IF;
  END IF;
  RETURN NEXT note_row(jsonb_build_object('verdict', 'go', 'limit', room, 'stepMs', step_ms, 'waitMs', wait_ms));
END $$;

-- Keeps a drain's endpoint for another 12 s and its claims for another 30 s. Returns those and all that it holds: it waits for
-- none that is being recorded, with which it would lock its deliveries crosswise. Null: it has lost the endpoint.
CREATE FUNCTION drain_renew(ep text, token uuid, OUT renewed text[], OUT held text[]) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE endpoint_work SET drain_until = clock_timestamp() + interval '12 s'
  WHERE endpoint_id = ep AND drain_token = token;
  IF NOT FOUND THEN RETURN; END IF;
  WITH free AS MATERIALIZED (
    SELECT id FROM delivery WHERE endpoint_id = ep AND claim_id = token FOR NO KEY UPDATE SKIP LOCKED
  ), longer AS (
    UPDATE delivery d SET claimed_until = clock_timestamp() + interval '30 s' FROM free WHERE d.id = free.id RETURNING d.id
  )
  SELECT coalesce(array_agg(id), '{}') INTO renewed FROM longer;
  SELECT coalesce(array_agg(id), '{}') INTO held FROM delivery WHERE endpoint_id = ep AND claim_id = token;
END $$;

-- Sweep: what a lost trigger or a dead process left behind. One sweeper at a time; another finds nothing to do. ------------

-- Sequenced, handed over a minute ago (two, four … up to half an hour) and still not fanned out: to be handed over again.
CREATE FUNCTION sweep_hand_overs(max int) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('opencals.sweep', 1)) THEN RETURN; END IF;
  RETURN QUERY UPDATE event SET handed_over_at = clock_timestamp(), hand_overs = hand_overs + 1 WHERE position IN (
    SELECT position FROM event
    WHERE fanned_out_at IS NULL AND sequence IS NOT NULL AND coalesce(handed_over_at, sequenced_at)
      < clock_timestamp() - interval '60 s' * 2 ^ least(5, greatest(0, hand_overs - 1))
    ORDER BY position LIMIT max
  ) RETURNING position;
END $$;

-- Claims whose holder is dead: each becomes an interrupted attempt, and is due again. Returns wakes.
CREATE FUNCTION sweep_dead_claims(max int) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  locked text[];
  outcomes jsonb;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('opencals.sweep', 2)) THEN RETURN; END IF;
  SELECT array_agg(endpoint_id) INTO locked FROM (
    SELECT endpoint_id FROM endpoint_work WHERE endpoint_id IN (
      SELECT endpoint_id FROM delivery WHERE claim_id IS NOT NULL AND claimed_until < clock_timestamp() LIMIT max
    ) ORDER BY endpoint_id FOR NO KEY UPDATE
  ) s;
  -- A late record may be under way for some of them: it may have them.
  SELECT jsonb_agg(jsonb_build_object('id', new_typeid('att'), 'delivery_id', d.id, 'endpoint_id', d.endpoint_id,
    'claim_id', d.claim_id, 'number', d.attempts, 'outcome', 'interrupted',
    'failure_detail', 'Our process ended before this attempt was recorded.',
    'started_at', d.claimed_until - interval '30 s', 'url', ep.url, 'request_headers', '{}'::jsonb,
    'response_headers', '{}'::jsonb, 'response_truncated', false, 'timings', '{}'::jsonb))
  INTO outcomes FROM (
    SELECT * FROM delivery WHERE endpoint_id = ANY (locked) AND claim_id IS NOT NULL AND claimed_until < clock_timestamp()
    ORDER BY id LIMIT max FOR NO KEY UPDATE SKIP LOCKED
  ) d JOIN endpoint ep ON ep.id = d.endpoint_id;
  IF outcomes IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT * FROM record_attempts(outcomes);
END $$;

-- Has open work, no live drain, and either a time that is too late for it or work that is due without a trigger of the last 20 s.
CREATE FUNCTION is_unattended(work endpoint_work) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(work.drain_until, '-infinity') <= clock_timestamp() AND earliest IS NOT NULL
    AND CASE WHEN earliest <= policy_now() THEN coalesce(work.armed_at, '-infinity') < clock_timestamp() - interval '20 s'
      ELSE work.next_due_at IS NULL OR work.next_due_at > earliest END
  FROM earliest_due(work.endpoint_id) AS earliest
$$;

-- Sends such endpoints' drains on their way again, and those where a choice about held deliveries is not carried out yet. Returns
-- wakes.
CREATE FUNCTION sweep_due(max int) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  locked text[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('opencals.sweep', 3)) THEN RETURN; END IF;
  SELECT array_agg(s.endpoint_id) INTO locked FROM (
    SELECT w.endpoint_id FROM endpoint_work w WHERE w.endpoint_id IN (
      WITH RECURSIVE open AS (
        (SELECT endpoint_id FROM delivery WHERE due_at IS NOT NULL AND claim_id IS NULL ORDER BY endpoint_id LIMIT 1)
        UNION ALL
        SELECT next.endpoint_id FROM open CROSS JOIN LATERAL (
          SELECT endpoint_id FROM delivery
          WHERE due_at IS NOT NULL AND claim_id IS NULL AND endpoint_id > open.endpoint_id ORDER BY endpoint_id LIMIT 1
        ) next
      ), busy AS (
        SELECT endpoint_id FROM open UNION SELECT endpoint_id FROM endpoint_work WHERE held_chosen_at IS NOT NULL
      )
      SELECT b.endpoint_id FROM busy b JOIN endpoint_work bw USING (endpoint_id) WHERE is_unattended(bw) LIMIT max
    ) ORDER BY w.endpoint_id FOR NO KEY UPDATE
  ) s;
  RETURN QUERY
    WITH armed AS (
      UPDATE endpoint_work w SET next_due_at = earliest_due(w.endpoint_id), armed_for = earliest_due(w.endpoint_id),
        armed_at = clock_timestamp()
      WHERE w.endpoint_id = ANY (locked) AND is_unattended(w) RETURNING w
    )
    SELECT wake_of(w) FROM armed;
END $$;

-- Endpoints whose failures have come to a turn while no attempt was recorded. Returns wakes.
CREATE FUNCTION sweep_failing(max int) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  locked text[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('opencals.sweep', 4)) THEN RETURN; END IF;
  SELECT array_agg(s.endpoint_id) INTO locked FROM (
    SELECT w.endpoint_id FROM endpoint_work w WHERE w.endpoint_id IN (
      SELECT fw.endpoint_id FROM endpoint_work fw JOIN endpoint ep ON ep.id = fw.endpoint_id
      WHERE fw.first_failure_at IS NOT NULL AND ep.disabled_at IS NULL AND ep.deleted_at IS NULL AND next_alert(fw) IS NOT NULL
      LIMIT max
    ) ORDER BY w.endpoint_id FOR NO KEY UPDATE
  ) s;
  RETURN QUERY SELECT judge_failing(locked);
END $$;

-- By hand -----------------------------------------------------------------------------------------------------------------

-- One attempt by hand, now: the ladder stays, and what was planned is kept in planned_at. Skips what is being recorded. Rows are
-- the deliveries with a verdict (resent, due: it already is, under-way; or why not), then wakes. Another store's are left out.
CREATE FUNCTION resend_deliveries(store uuid, ids text[]) RETURNS TABLE (delivery_id text, verdict text, note jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  due_now timestamptz;
  judged jsonb;
  endpoints text[];
BEGIN
  PERFORM 1 FROM endpoint_work w
  WHERE w.store_id = store
    AND w.endpoint_id IN (SELECT d.endpoint_id FROM delivery d WHERE d.store_id = store AND d.id = ANY (ids))
  ORDER BY w.endpoint_id FOR NO KEY UPDATE;
  due_now := policy_now();
  WITH asked AS MATERIALIZED (
    SELECT d.id, d.endpoint_id, CASE
      WHEN ep.deleted_at IS NOT NULL THEN 'deleted'
      WHEN ep.disabled_at IS NOT NULL THEN 'disabled'
      WHEN d.status = 'held' THEN 'held'
      WHEN d.claim_id IS NOT NULL THEN 'under-way'
      WHEN d.priority = 0 AND d.due_at IS NOT NULL THEN 'due'
      WHEN NOT (e.is_test OR wants(ep, e.type, e.location_ids, e.product_ids, e.staff_member_ids)) THEN 'unwanted'
      WHEN ep.ordered AND EXISTS (SELECT FROM earlier_of_key(d)) THEN 'behind'
      WHEN NOT EXISTS (SELECT 1 FROM event_payload p WHERE p.event_id = e.id) THEN 'forgotten'
      END AS verdict
    FROM delivery d JOIN endpoint ep ON ep.id = d.endpoint_id JOIN event e ON e.id = d.event_id
    WHERE d.store_id = store AND d.id = ANY (ids)
  ), free AS (
    SELECT d.id FROM delivery d WHERE d.id IN (SELECT a.id FROM asked a WHERE a.verdict IS NULL)
    FOR NO KEY UPDATE SKIP LOCKED
  ), resent AS (
    UPDATE delivery d SET priority = 0, due_at = due_now,
      planned_at = CASE WHEN d.status IN ('pending', 'failed') THEN d.due_at END
    FROM free WHERE d.id = free.id AND d.claim_id IS NULL RETURNING d.id
  )
  SELECT jsonb_agg(jsonb_build_object('id', a.id, 'verdict',
      coalesce(a.verdict, CASE WHEN r.id IS NULL THEN 'under-way' ELSE 'resent' END))),
    array_agg(DISTINCT a.endpoint_id) FILTER (WHERE r.id IS NOT NULL)
  INTO judged, endpoints FROM asked a LEFT JOIN resent r ON r.id = a.id;
  RETURN QUERY SELECT x.id, x.verdict, NULL::jsonb FROM jsonb_to_recordset(judged) AS x (id text, verdict text);
  RETURN QUERY SELECT NULL::text, NULL::text,
    make_due(endpoints, array_fill(due_now, ARRAY[coalesce(cardinality(endpoints), 0)]));
END $$;

RESET check_function_bodies;
