-- The delivery pipeline. Policy times (due_at, next_due_at) are policy_now(); leases and the sweep's timers are clock_timestamp().
-- Whoever makes work due, claims, or starts or ends a drain locks the endpoint's row of endpoint_work first, in id order and
-- before any delivery row; and judges in a later statement, which sees what the lock's last holder wrote.

-- When a trigger was last sent for next_due_at, so that the sweep does not repeat one that is on its way.
ALTER TABLE "endpoint_work" ADD COLUMN "armed_at" TIMESTAMPTZ;

-- By store, so that the relay can take from each store in turn.
DROP INDEX "event_unsequenced";
CREATE INDEX "event_unsequenced" ON "event" ("store_id", "position") WHERE "sequence" IS NULL AND "set_aside" IS NULL;

-- Relay -------------------------------------------------------------------------------------------------------------------

-- What to take next: the first of each store, then the second of each … so that one store's flood delays no other.
CREATE FUNCTION events_to_relay(batch_max int, per_store_max int) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE waiting AS (
    (SELECT store_id FROM event WHERE sequence IS NULL AND set_aside IS NULL ORDER BY store_id LIMIT 1)
    UNION ALL
    SELECT next.store_id FROM waiting CROSS JOIN LATERAL (
      SELECT store_id FROM event
      WHERE sequence IS NULL AND set_aside IS NULL AND store_id > waiting.store_id ORDER BY store_id LIMIT 1
    ) next
  )
  SELECT position FROM (
    SELECT e.position, row_number() OVER (PARTITION BY w.store_id ORDER BY e.position) AS turn
    FROM waiting w CROSS JOIN LATERAL (
      SELECT position FROM event WHERE store_id = w.store_id AND sequence IS NULL AND set_aside IS NULL
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

-- All that an attempt needs, read with the claim: a secret rotated or an URL changed a moment ago is seen.
CREATE FUNCTION claimed_deliveries(ids text[]) RETURNS TABLE (
  delivery_id text, store_id uuid, endpoint_id text, claim_id uuid, number int, url text, secrets jsonb,
  event_id text, event_type text, body text
) LANGUAGE sql STABLE AS $$
  WITH claimed AS MATERIALIZED (SELECT * FROM delivery WHERE id = ANY (ids)),
  addressed AS MATERIALIZED (
    SELECT ep.id, ep.url, (
      SELECT jsonb_agg(jsonb_build_object('id', s.id, 'ciphertext', s.ciphertext) ORDER BY s.created_at DESC, s.id DESC)
      FROM endpoint_secret s WHERE s.store_id = ep.store_id AND s.endpoint_id = ep.id
        AND (s.expires_at IS NULL OR s.expires_at > policy_now())
    ) AS secrets
    FROM endpoint ep WHERE ep.id IN (SELECT endpoint_id FROM claimed)
  )
  SELECT d.id, d.store_id, d.endpoint_id, d.claim_id, d.attempts, a.url, coalesce(a.secrets, '[]'), e.id, e.type, p.body
  FROM claimed d JOIN addressed a ON a.id = d.endpoint_id JOIN event e ON e.id = d.event_id
    JOIN event_payload p ON p.event_id = d.event_id AND p.api_version = '1'
  ORDER BY array_position(ids, d.id)
$$;

-- Endpoints whose next drain somebody must start now (or whose live drain may be told), as one JSON object each. The time is
-- text to the microsecond, since the trigger that carries it is compared with armed_for.
CREATE FUNCTION wake_of(work endpoint_work) RETURNS jsonb LANGUAGE sql VOLATILE AS $$
  SELECT jsonb_build_object('storeId', work.store_id, 'endpointId', work.endpoint_id,
    'dueAt', to_char(work.next_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'waitMs', greatest(0, ceil(extract(epoch FROM work.next_due_at - policy_now()) * 1000)),
    'live', coalesce(work.drain_until > clock_timestamp(), false))
$$;

-- Lowers next_due_at of endpoints whose rows the caller has locked. Returns a wake for each that was really lowered or has a
-- live drain; only the former without the latter is armed, and needs a trigger.
CREATE FUNCTION make_due(endpoint_ids text[], due_ats timestamptz[]) RETURNS SETOF jsonb LANGUAGE sql VOLATILE AS $$
  WITH due AS (SELECT * FROM unnest(endpoint_ids, due_ats) AS d (endpoint_id, due_at)),
  lowered AS (
    UPDATE endpoint_work w SET next_due_at = d.due_at,
      armed_for = CASE WHEN w.drain_until > clock_timestamp() THEN w.armed_for ELSE d.due_at END,
      armed_at = CASE WHEN w.drain_until > clock_timestamp() THEN w.armed_at ELSE clock_timestamp() END
    FROM due d WHERE w.endpoint_id = d.endpoint_id AND (w.next_due_at IS NULL OR w.next_due_at > d.due_at)
    RETURNING w
  )
  SELECT wake_of(w) FROM lowered
  UNION ALL
  SELECT wake_of(w) FROM endpoint_work w
  WHERE w.endpoint_id = ANY (endpoint_ids) AND w.drain_until > clock_timestamp()
    AND w.endpoint_id NOT IN (SELECT (l.w).endpoint_id FROM lowered l)
$$;

-- The time of an endpoint's earliest claimable delivery; null when there is none.
CREATE FUNCTION earliest_due(ep text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT min(first.due_at) FROM generate_series(0, 3) AS p (priority) CROSS JOIN LATERAL (
    SELECT due_at FROM delivery d
    WHERE d.endpoint_id = ep AND d.priority = p.priority AND d.due_at IS NOT NULL AND d.claim_id IS NULL
    ORDER BY due_at, id LIMIT 1
  ) first
$$;

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
  UPDATE delivery d SET due_at = NULL,
    status = CASE WHEN status IN ('pending', 'failed') THEN outcome ELSE status END,
    settled_at = CASE WHEN status IN ('pending', 'failed') THEN policy_now() ELSE settled_at END
  FROM (SELECT id FROM under_way UNION ALL SELECT id FROM waiting) open WHERE d.id = open.id;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Fan-out: one delivery per event and endpoint that wants it, claimed at once where it can start at once. What cannot is due
-- for the endpoint's drain. Rows are claims, then wakes, then the stores that got deliveries.
CREATE FUNCTION fan_out(batch bigint[], claim uuid) RETURNS TABLE (
  delivery_id text, store_id uuid, endpoint_id text, claim_id uuid, number int, url text, secrets jsonb,
  event_id text, event_type text, body text, note jsonb
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  locked text[];
  lease_now timestamptz;
  due_now timestamptz;
  claimed text[];
  waiting text[];
  stores uuid[];
BEGIN
  SELECT array_agg(s.endpoint_id) INTO locked FROM (
    SELECT w.endpoint_id FROM endpoint_work w WHERE w.endpoint_id IN (
      SELECT ep.id FROM event e JOIN endpoint ep ON ep.store_id = e.store_id AND ep.deleted_at IS NULL
        AND (ep.event_types = '{}' OR e.type = ANY (ep.event_types))
      WHERE e.position = ANY (batch) AND e.fanned_out_at IS NULL
    ) ORDER BY w.endpoint_id FOR NO KEY UPDATE
  ) s;
  -- Taken after the wait, and as values: now() is older than what the lock's last holder wrote.
  lease_now := clock_timestamp();
  due_now := policy_now();
  WITH wanted AS (
    SELECT e.position, e.id AS event_id, e.store_id, ep.id AS endpoint_id, ep.disabled_at IS NOT NULL AS is_held,
      row_number() OVER (PARTITION BY ep.id ORDER BY e.position) AS place
    FROM event e JOIN endpoint ep ON ep.store_id = e.store_id AND ep.id = ANY (locked) AND ep.deleted_at IS NULL
      AND (ep.event_types = '{}' OR e.type = ANY (ep.event_types))
    WHERE e.position = ANY (batch) AND e.fanned_out_at IS NULL AND e.sequence IS NOT NULL
  ), room AS (
    SELECT w.endpoint_id, CASE
      WHEN w.troubled OR w.drain_until > lease_now OR w.next_due_at <= due_now THEN 0
      ELSE w.cap - (SELECT count(*) FROM delivery d
        WHERE d.endpoint_id = w.endpoint_id AND d.claim_id IS NOT NULL AND d.claimed_until > lease_now)
      END AS free
    FROM endpoint_work w WHERE w.endpoint_id = ANY (locked)
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
  RETURN QUERY SELECT c.*, NULL::jsonb FROM claimed_deliveries(claimed) c;
  RETURN QUERY SELECT NULL::text, NULL::uuid, NULL::text, NULL::uuid, NULL::int, NULL::text, NULL::jsonb, NULL::text,
    NULL::text, NULL::text, note
    FROM (
      SELECT make_due(waiting, array_fill(due_now, ARRAY[coalesce(cardinality(waiting), 0)])) AS note
      UNION ALL SELECT jsonb_build_object('stores', stores) WHERE stores IS NOT NULL
    ) notes;
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

-- Records -----------------------------------------------------------------------------------------------------------------

-- Writes a bulk of outcomes: one attempt row and one step of its delivery each, only where the claim and the number still
-- match. `retry_delays` are seconds after the first, second … failure. Locks only endpoints with a failure in the bulk, or
-- troubled: a success makes nothing due, and locking all would make one global lock of a few busy endpoints. Returns wakes.
CREATE FUNCTION record_attempts(outcomes jsonb, retry_delays int[]) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
DECLARE
  locked text[];
  due_now timestamptz;
  changed jsonb;
  gone record;
BEGIN
  SELECT array_agg(s.endpoint_id) INTO locked FROM (
    SELECT w.endpoint_id FROM endpoint_work w JOIN (
      SELECT endpoint_id, bool_or(outcome <> 'delivered') AS unwell
      FROM jsonb_to_recordset(outcomes) AS x (endpoint_id text, outcome text) GROUP BY endpoint_id
    ) b USING (endpoint_id)
    WHERE b.unwell OR w.troubled ORDER BY w.endpoint_id FOR NO KEY UPDATE OF w
  ) s;
  due_now := policy_now();
  WITH x AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(outcomes) AS x (
      id text, delivery_id text, endpoint_id text, claim_id uuid, number int, outcome text, failure text,
      failure_detail text, started_at timestamptz, duration_ms int, url text, request_headers jsonb, status_code int,
      response_headers jsonb, response_body text, response_truncated boolean, remote_address text, timings jsonb)
  ), judged AS (
    SELECT x.*, d.status, d.interruptions, d.status IN ('pending', 'failed') AS is_open,
      x.outcome = 'failed' AND ep.id IS NOT NULL AS is_gone,
      x.outcome = 'failed' OR x.outcome = 'interrupted' AND d.interruptions >= 2 AS counts,
      record_attempts.retry_delays[d.ladder + 1] * (0.9 + random() * 0.2) * interval '1 s' AS delay
    FROM x JOIN delivery d ON d.id = x.delivery_id
      LEFT JOIN endpoint ep ON ep.id = x.endpoint_id AND x.status_code = 410 AND ep.url = x.url
  ), moved AS (
    UPDATE delivery d SET
      status = CASE
        WHEN j.outcome = 'delivered' THEN 'delivered'
        WHEN NOT j.is_open OR NOT j.counts THEN d.status
        WHEN j.is_gone THEN 'held'
        WHEN j.delay IS NULL THEN 'exhausted'
        ELSE 'failed' END,
      due_at = CASE
        WHEN j.outcome = 'delivered' OR NOT j.is_open OR j.is_gone THEN NULL
        WHEN j.counts THEN due_now + j.delay
        ELSE due_now + j.interruptions * interval '5 s' END,
      settled_at = CASE
        WHEN j.outcome = 'delivered' AND d.status <> 'delivered' THEN due_now
        WHEN j.is_open AND (j.is_gone OR j.counts AND j.delay IS NULL) THEN due_now
        ELSE d.settled_at END,
      priority = CASE WHEN j.outcome = 'failed' THEN greatest(d.priority, 2) ELSE d.priority END,
      ladder = d.ladder + j.counts::int,
      interruptions = CASE WHEN j.outcome = 'interrupted' THEN d.interruptions + 1 ELSE 0 END,
      claim_id = NULL, claimed_until = NULL, last_attempt_at = j.started_at, duration_ms = j.duration_ms,
      last_failure = CASE WHEN j.outcome = 'interrupted' THEN d.last_failure ELSE j.failure END,
      last_status_code = CASE WHEN j.outcome = 'interrupted' THEN d.last_status_code ELSE j.status_code END
    FROM judged j WHERE d.id = j.delivery_id AND d.claim_id = j.claim_id AND d.attempts = j.number
    RETURNING d.store_id, d.endpoint_id, d.due_at, j.id, j.is_gone
  ), written AS (
    INSERT INTO attempt (id, store_id, delivery_id, number, outcome, failure, failure_detail, started_at, duration_ms, url,
      request_headers, status_code, response_headers, response_body, response_truncated, remote_address, timings)
    SELECT x.id, m.store_id, x.delivery_id, x.number, x.outcome, x.failure, x.failure_detail, x.started_at,
      x.duration_ms, x.url, x.request_headers, x.status_code, x.response_headers, x.response_body,
      x.response_truncated, x.remote_address, x.timings
    FROM x JOIN moved m USING (id)
  )
  SELECT jsonb_agg(s) INTO changed FROM (
    SELECT m.endpoint_id, min(m.due_at) AS due_at, bool_or(m.is_gone) AS is_gone,
      max(x.started_at + x.duration_ms * interval '1 ms') FILTER (WHERE x.outcome = 'delivered') AS succeeded_at,
      max(x.started_at + x.duration_ms * interval '1 ms') FILTER (WHERE x.outcome = 'failed') AS failed_at
    FROM moved m JOIN x USING (id) WHERE m.endpoint_id = ANY (locked) GROUP BY m.endpoint_id
  ) s;
  IF changed IS NULL THEN RETURN; END IF;

  -- A success while something is overdue leaves the endpoint troubled: its drain clears that when nothing is left.
  UPDATE endpoint_work w SET
    troubled = CASE WHEN c.failed_at > coalesce(c.succeeded_at, '-infinity') THEN true
      WHEN w.next_due_at <= due_now OR w.drain_until > clock_timestamp() THEN w.troubled
      ELSE false END,
    last_success_at = greatest(c.succeeded_at, w.last_success_at),
    first_failure_at = CASE WHEN c.failed_at > coalesce(c.succeeded_at, '-infinity')
      THEN coalesce(CASE WHEN c.succeeded_at IS NULL THEN w.first_failure_at END, c.failed_at) END
  FROM jsonb_to_recordset(changed) AS c (endpoint_id text, succeeded_at timestamptz, failed_at timestamptz)
  WHERE w.endpoint_id = c.endpoint_id AND (c.succeeded_at IS NOT NULL OR c.failed_at IS NOT NULL);

  FOR gone IN SELECT endpoint_id FROM jsonb_to_recordset(changed) AS c (endpoint_id text, is_gone boolean) WHERE is_gone LOOP
    UPDATE endpoint SET disabled_at = due_now, disabled_reason = 'gone', updated_at = due_now
    WHERE id = gone.endpoint_id AND disabled_at IS NULL;
    -- What one call leaves is due: the endpoint's drain goes on holding.
    IF settle_open(gone.endpoint_id, 'held', 1000) < 1000 THEN
      UPDATE endpoint_work SET next_due_at = NULL WHERE endpoint_id = gone.endpoint_id;
    ELSE
      RETURN QUERY SELECT make_due(ARRAY[gone.endpoint_id], ARRAY[due_now]);
    END IF;
  END LOOP;

  RETURN QUERY SELECT make_due(array_agg(c.endpoint_id), array_agg(c.due_at))
    FROM jsonb_to_recordset(changed) AS c (endpoint_id text, due_at timestamptz) WHERE c.due_at IS NOT NULL;
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

-- A drain's one question: what may I attempt next, or may I end? Rows are claims, then a note:
--   over: another drain is at work, the trigger is not the armed one, or nothing is due within 5 s and the row is released
--   go:   `limit` requests at once; ask again when one has ended, or after `waitMs`
-- `armed` is the trigger's time, null when a run goes on. `want` may exceed the limit (claimed ahead). `may_end`: the caller
-- has nothing under way.
CREATE FUNCTION drain_next(ep text, token uuid, is_start boolean, armed timestamptz, want int, may_end boolean)
RETURNS TABLE (
  delivery_id text, store_id uuid, endpoint_id text, claim_id uuid, number int, url text, secrets jsonb,
  event_id text, event_type text, body text, note jsonb
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  w endpoint_work;
  target endpoint;
  live record;
  lease_now timestamptz;
  due_now timestamptz;
  earliest timestamptz;
  retries int;
  catch_ups int;
  claimed text[];
  answer jsonb;
BEGIN
  PERFORM 1 FROM endpoint_work x WHERE x.endpoint_id = ep FOR NO KEY UPDATE;
  SELECT * INTO w FROM endpoint_work x WHERE x.endpoint_id = ep;
  SELECT * INTO target FROM endpoint x WHERE x.id = ep;
  lease_now := clock_timestamp();
  due_now := policy_now();
  IF is_start THEN
    IF w.endpoint_id IS NULL OR w.drain_until > lease_now OR (armed IS NOT NULL AND armed IS DISTINCT FROM w.armed_for) THEN
      answer := '{"verdict": "over"}';
    ELSE
      UPDATE endpoint_work x SET drain_token = token, drain_until = lease_now + interval '30 s', armed_for = NULL
      WHERE x.endpoint_id = ep;
    END IF;
  ELSIF w.drain_token IS DISTINCT FROM token THEN
    answer := '{"verdict": "over"}';
  END IF;

  IF answer IS NULL AND (target.deleted_at IS NOT NULL OR target.disabled_at IS NOT NULL) THEN
    want := 0;
    IF settle_open(ep, CASE WHEN target.deleted_at IS NOT NULL THEN 'canceled' ELSE 'held' END, 1000) >= 1000 THEN
      answer := '{"verdict": "go", "limit": 0, "waitMs": 0}';
    END IF;
  END IF;

  IF answer IS NULL THEN
    SELECT count(*) AS total, count(*) FILTER (WHERE d.claim_id <> token) AS foreign,
      coalesce(bool_or(d.interruptions >= 3), false) AS is_alone
    INTO live FROM delivery d
    WHERE d.endpoint_id = ep AND d.claim_id IS NOT NULL AND d.claimed_until > lease_now;

    IF want > 0 AND live.foreign < w.cap AND NOT live.is_alone THEN
      -- One in ten each, also when fewer than ten are wanted.
      retries := want / 10 + (random() < want % 10 / 10.0)::int;
      catch_ups := want / 10 + (random() < want % 10 / 10.0)::int;
      WITH due AS (
        SELECT p.priority, d.id, d.due_at, d.interruptions,
          row_number() OVER (PARTITION BY p.priority ORDER BY d.due_at, d.id) AS place
        FROM generate_series(0, 3) AS p (priority) CROSS JOIN LATERAL (
          SELECT * FROM delivery d
          WHERE d.endpoint_id = ep AND d.priority = p.priority AND d.due_at <= due_now AND d.claim_id IS NULL
          ORDER BY d.due_at, d.id LIMIT want
        ) d
      ), queue AS (
        SELECT id, interruptions >= 3 AS is_alone, row_number() OVER (ORDER BY priority <> 0,
          NOT (priority = 2 AND place <= retries OR priority = 3 AND place <= catch_ups), priority, due_at, id) AS turn
        FROM due
      ), chosen AS (
        -- Three times cut off in a row: with nothing beside it, so that it cannot take others down again.
        SELECT id FROM queue q
        WHERE turn <= CASE WHEN (SELECT is_alone FROM queue WHERE turn = 1) THEN (live.total = 0)::int
          ELSE least(want, (SELECT min(turn) - 1 FROM queue WHERE is_alone)) END
      ), claims AS (
        UPDATE delivery d SET
          status = CASE WHEN is_wanted THEN d.status WHEN d.status IN ('pending', 'failed') THEN 'canceled' ELSE d.status END,
          due_at = CASE WHEN is_wanted THEN d.due_at END,
          settled_at = CASE WHEN is_wanted OR d.status NOT IN ('pending', 'failed') THEN d.settled_at ELSE due_now END,
          attempts = d.attempts + is_wanted::int, claim_id = CASE WHEN is_wanted THEN token END,
          claimed_until = CASE WHEN is_wanted THEN lease_now + interval '30 s' END
        FROM chosen c JOIN delivery cd ON cd.id = c.id JOIN event e ON e.id = cd.event_id
          CROSS JOIN LATERAL (SELECT target.event_types = '{}' OR e.type = ANY (target.event_types) AS is_wanted) t
        WHERE d.id = c.id AND d.claim_id IS NULL RETURNING d.id, d.claim_id
      )
      SELECT array_agg(id) FILTER (WHERE claim_id IS NOT NULL) INTO claimed FROM claims;
    END IF;

    answer := jsonb_build_object('verdict', 'go', 'limit', greatest(0, w.cap - live.foreign), 'waitMs', 100);
    IF claimed IS NULL AND may_end THEN
      earliest := earliest_due(ep);
      IF earliest > due_now + interval '5 s' OR earliest IS NULL THEN
        answer := drain_release(ep, token, false);
      ELSIF earliest > due_now THEN
        answer := answer || jsonb_build_object('waitMs', ceil(extract(epoch FROM earliest - due_now) * 1000));
      END IF;
    END IF;
  END IF;
  RETURN QUERY SELECT c.*, NULL::jsonb FROM claimed_deliveries(claimed) c;
  RETURN QUERY SELECT NULL::text, NULL::uuid, NULL::text, NULL::uuid, NULL::int, NULL::text, NULL::jsonb, NULL::text,
    NULL::text, NULL::text, answer;
END $$;

-- Keeps a drain's endpoint and claims for another 30 s. Returns the deliveries it still holds; null: it has lost the endpoint.
CREATE FUNCTION drain_renew(ep text, token uuid) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
  held text[];
BEGIN
  UPDATE endpoint_work SET drain_until = clock_timestamp() + interval '30 s'
  WHERE endpoint_id = ep AND drain_token = token;
  IF NOT FOUND THEN RETURN NULL; END IF;
  WITH renewed AS (
    UPDATE delivery SET claimed_until = clock_timestamp() + interval '30 s'
    WHERE endpoint_id = ep AND claim_id = token RETURNING id
  )
  SELECT coalesce(array_agg(id), '{}') INTO held FROM renewed;
  RETURN held;
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
CREATE FUNCTION sweep_dead_claims(max int, retry_delays int[]) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
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
  RETURN QUERY SELECT * FROM record_attempts(outcomes, retry_delays);
END $$;

-- Has open work, no live drain, and either a time that is too late for it or work that is due without a trigger of the last 20 s.
CREATE FUNCTION is_unattended(work endpoint_work) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(work.drain_until, '-infinity') <= clock_timestamp() AND earliest IS NOT NULL
    AND CASE WHEN earliest <= policy_now() THEN coalesce(work.armed_at, '-infinity') < clock_timestamp() - interval '20 s'
      ELSE work.next_due_at IS NULL OR work.next_due_at > earliest END
  FROM earliest_due(work.endpoint_id) AS earliest
$$;

-- Sends such endpoints' drains on their way again. Returns wakes.
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
      )
      SELECT o.endpoint_id FROM open o JOIN endpoint_work ow USING (endpoint_id) WHERE is_unattended(ow) LIMIT max
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
