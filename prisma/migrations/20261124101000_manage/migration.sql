-- Managing endpoints and deliveries by hand. The rules of the pipeline hold: the endpoint's row of endpoint_work first, in id
-- order and before any delivery row; judged in a later statement. What one call leaves is due, and the endpoint's drain goes on.

ALTER TABLE "event" ADD COLUMN "is_test" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "delivery" ADD COLUMN "planned_at" TIMESTAMPTZ, ADD COLUMN "canceled_by" TEXT;
ALTER TABLE "endpoint_secret" ADD COLUMN "signs_raw_body" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "endpoint_work" ADD COLUMN "held_choice" TEXT, ADD COLUMN "held_chosen_at" TIMESTAMPTZ, ADD COLUMN "settled_by" TEXT;
ALTER TABLE "endpoint_work" ADD CONSTRAINT "endpoint_work_held_choice"
  CHECK ("held_choice" IN ('catch-up', 'discard') AND ("held_choice" IS NULL) = ("held_chosen_at" IS NULL));

-- Catch-up goes oldest first; the sweep finds choices that are not carried out yet.
DROP INDEX "delivery_held";
CREATE INDEX "delivery_held" ON "delivery" ("endpoint_id", "id") WHERE "status" = 'held';
CREATE INDEX "endpoint_work_held" ON "endpoint_work" ("endpoint_id") WHERE "held_chosen_at" IS NOT NULL;
-- Lists narrowed to a type; a booking found by its name; what fails now, over all stores.
CREATE INDEX "event_store_id_type_idx" ON "event" ("store_id", "type");
CREATE INDEX "event_store_id_subject_name_idx" ON "event" ("store_id", "subject_name");
CREATE INDEX "delivery_failing" ON "delivery" ("id")
  INCLUDE ("store_id", "endpoint_id", "status", "last_failure", "last_status_code")
  WHERE "status" IN ('failed', 'exhausted');
-- Test events never get a sequence: they wait for no relay.
DROP INDEX "event_unsequenced";
CREATE INDEX "event_unsequenced" ON "event" ("store_id", "position")
  WHERE "sequence" IS NULL AND "set_aside" IS NULL AND NOT "is_test";
CREATE INDEX "event_set_aside" ON "event" ("position") WHERE "set_aside" IS NOT NULL;

CREATE FUNCTION seconds_since(moment timestamptz) RETURNS int LANGUAGE sql VOLATILE AS $$
  SELECT floor(extract(epoch FROM policy_now() - moment))::int
$$;

CREATE OR REPLACE FUNCTION events_to_relay(batch_max int, per_store_max int) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  WITH RECURSIVE waiting AS (
    (SELECT store_id FROM event WHERE sequence IS NULL AND set_aside IS NULL AND NOT is_test ORDER BY store_id LIMIT 1)
    UNION ALL
    SELECT next.store_id FROM waiting CROSS JOIN LATERAL (
      SELECT store_id FROM event
      WHERE sequence IS NULL AND set_aside IS NULL AND NOT is_test AND store_id > waiting.store_id ORDER BY store_id LIMIT 1
    ) next
  )
  SELECT position FROM (
    SELECT e.position, row_number() OVER (PARTITION BY w.store_id ORDER BY e.position) AS turn
    FROM waiting w CROSS JOIN LATERAL (
      SELECT position FROM event WHERE store_id = w.store_id AND sequence IS NULL AND set_aside IS NULL AND NOT is_test
      ORDER BY position LIMIT CASE WHEN (SELECT count(*) FROM waiting) > 1 THEN per_store_max ELSE batch_max END
    ) e
  ) ranked ORDER BY turn, position LIMIT batch_max
$$;

CREATE OR REPLACE FUNCTION claimed_deliveries(ids text[]) RETURNS TABLE (
  delivery_id text, store_id uuid, endpoint_id text, claim_id uuid, number int, url text, secrets jsonb,
  event_id text, event_type text, body text
) LANGUAGE sql STABLE AS $$
  WITH claimed AS MATERIALIZED (SELECT * FROM delivery WHERE id = ANY (ids)),
  addressed AS MATERIALIZED (
    SELECT ep.id, ep.url, (
      SELECT jsonb_agg(jsonb_build_object('id', s.id, 'ciphertext', s.ciphertext, 'signsRawBody', s.signs_raw_body)
        ORDER BY s.created_at DESC, s.id DESC)
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

-- The time of an endpoint's earliest claimable delivery, or of a choice about its held ones that is not carried out yet; null
-- when there is neither.
CREATE OR REPLACE FUNCTION earliest_due(ep text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT least((
    SELECT min(first.due_at) FROM generate_series(0, 3) AS p (priority) CROSS JOIN LATERAL (
      SELECT due_at FROM delivery d
      WHERE d.endpoint_id = ep AND d.priority = p.priority AND d.due_at IS NOT NULL AND d.claim_id IS NULL
      ORDER BY due_at, id LIMIT 1
    ) first
  ), (SELECT held_chosen_at FROM endpoint_work WHERE endpoint_id = ep))
$$;

-- As before; and a resend loses its planned time with its due one, and what is canceled says by whom.
CREATE OR REPLACE FUNCTION settle_open(ep text, outcome text, max int) RETURNS int LANGUAGE plpgsql AS $$
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
      WHEN NOT (e.is_test OR ep.event_types = '{}' OR e.type = ANY (ep.event_types)) THEN 'unwanted'
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

-- As before; and an attempt by hand (a resend) leaves the ladder alone: the delivery is due again when it was planned, or keeps
-- the state it had come to. Only our own fault repeats it.
CREATE OR REPLACE FUNCTION record_attempts(outcomes jsonb, retry_delays int[]) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
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
      d.priority = 0 AND d.due_at IS NOT NULL AND (d.planned_at IS NOT NULL OR d.status NOT IN ('pending', 'failed')) AS by_hand,
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
    UPDATE endpoint_work SET held_choice = NULL, held_chosen_at = NULL, settled_by = NULL WHERE endpoint_id = gone.endpoint_id;
    RETURN QUERY SELECT settle_work(gone.endpoint_id, 1000);
  END LOOP;

  RETURN QUERY SELECT make_due(array_agg(c.endpoint_id), array_agg(c.due_at))
    FROM jsonb_to_recordset(changed) AS c (endpoint_id text, due_at timestamptz) WHERE c.due_at IS NOT NULL;
END $$;

-- A drain's one question: what may I attempt next, or may I end? Rows are claims, then a note:
--   over: another drain is at work, the trigger is not the armed one, or nothing is due within 5 s and the row is released
--   go:   `limit` requests at once; ask again when one has ended, or after `waitMs`
-- `armed` is the trigger's time, null when a run goes on. `want` may exceed the limit (claimed ahead). `may_end`: the caller
-- has nothing under way.
DROP FUNCTION drain_next(text, uuid, boolean, timestamptz, int, boolean);
CREATE FUNCTION drain_next(ep text, token uuid, is_start boolean, armed timestamptz, want int, may_end boolean)
RETURNS TABLE (
  delivery_id text, store_id uuid, endpoint_id text, claim_id uuid, number int, url text, secrets jsonb,
  event_id text, event_type text, body text, is_test boolean, note jsonb
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  w endpoint_work;
  target endpoint;
  live record;
  lease_now timestamptz;
  due_now timestamptz;
  earliest timestamptz;
  is_settled boolean := true;
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

  IF answer IS NULL AND (target.deleted_at IS NOT NULL OR target.disabled_at IS NOT NULL OR w.held_choice IS NOT NULL) THEN
    is_settled := settle_endpoint(ep, 1000);
  END IF;
  IF target.deleted_at IS NOT NULL OR target.disabled_at IS NOT NULL THEN
    want := 0;
    w.cap := 0;
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
          due_at = CASE WHEN is_wanted THEN d.due_at END, planned_at = CASE WHEN is_wanted THEN d.planned_at END,
          settled_at = CASE WHEN is_wanted OR d.status NOT IN ('pending', 'failed') THEN d.settled_at ELSE due_now END,
          attempts = d.attempts + is_wanted::int, claim_id = CASE WHEN is_wanted THEN token END,
          claimed_until = CASE WHEN is_wanted THEN lease_now + interval '30 s' END
        FROM chosen c JOIN delivery cd ON cd.id = c.id JOIN event e ON e.id = cd.event_id
          CROSS JOIN LATERAL (
            SELECT e.is_test OR target.event_types = '{}' OR e.type = ANY (target.event_types) AS is_wanted
          ) t
        WHERE d.id = c.id AND d.claim_id IS NULL RETURNING d.id, d.claim_id
      )
      SELECT array_agg(id ORDER BY q.turn) FILTER (WHERE c.claim_id IS NOT NULL) INTO claimed
      FROM claims c JOIN queue q USING (id);
    END IF;

    answer := jsonb_build_object('verdict', 'go', 'limit', greatest(0, w.cap - live.foreign),
      'waitMs', CASE WHEN is_settled THEN 100 ELSE 0 END);
    IF claimed IS NULL AND may_end AND is_settled THEN
      earliest := earliest_due(ep);
      IF earliest > due_now + interval '5 s' OR earliest IS NULL THEN
        answer := drain_release(ep, token, false);
      ELSIF earliest > due_now THEN
        answer := answer || jsonb_build_object('waitMs', ceil(extract(epoch FROM earliest - due_now) * 1000));
      END IF;
    END IF;
  END IF;
  RETURN QUERY SELECT c.*, e.is_test, NULL::jsonb FROM claimed_deliveries(claimed) c JOIN event e ON e.id = c.event_id
    ORDER BY array_position(claimed, c.delivery_id);
  RETURN QUERY SELECT NULL::text, NULL::uuid, NULL::text, NULL::uuid, NULL::int, NULL::text, NULL::jsonb, NULL::text,
    NULL::text, NULL::text, NULL::boolean, answer;
END $$;

-- As before; and endpoints where a choice about held deliveries is not carried out yet.
CREATE OR REPLACE FUNCTION sweep_due(max int) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
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
