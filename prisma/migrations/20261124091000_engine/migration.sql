-- The embedded engine. A run's row is the truth; a job of graphile-worker, keyed by the run's id, only wakes it up.
ALTER TABLE engine_run DROP COLUMN cron;
ALTER TABLE engine_run ALTER COLUMN id SET DEFAULT gen_random_uuid();
ALTER TABLE engine_process RENAME COLUMN started_at TO unbroken_since;
CREATE INDEX engine_run_open ON engine_run (start_at) WHERE ended_at IS NULL;
CREATE INDEX engine_run_ended ON engine_run (status, ended_at) WHERE ended_at IS NOT NULL;

-- Starts the function that waits for the trigger `name`, now or at `start_at`, once the caller's transaction commits. A
-- second call with the same `trigger_id` does nothing for as long as the first run is remembered (engine_prune).
CREATE FUNCTION engine_send(name text, data jsonb, trigger_id text DEFAULT NULL, start_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  run uuid;
BEGIN
  INSERT INTO engine_run (trigger, data, trigger_id, start_at)
  VALUES (engine_send.name, engine_send.data, engine_send.trigger_id,
    greatest(engine_send.start_at, clock_timestamp()))
  ON CONFLICT (trigger_id) DO NOTHING
  RETURNING id INTO run;
  IF run IS NOT NULL THEN
    PERFORM graphile_worker.add_job(engine_send.name, json_build_object('run', run),
      run_at := engine_send.start_at, job_key := run::text);
  END IF;
END $$;

-- Takes a run for one execution: from here on, what an earlier one writes is refused. No row: it has ended, or it sleeps.
CREATE FUNCTION engine_begin(run uuid, token uuid)
RETURNS TABLE (trigger text, trigger_id text, data jsonb, attempt int, start_at timestamptz, steps json)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  UPDATE engine_run SET status = 'running', execution_token = engine_begin.token
  WHERE id = engine_begin.run AND ended_at IS NULL AND start_at <= clock_timestamp();
  IF NOT FOUND THEN
    RETURN;
  END IF;
  -- In a statement of its own: the UPDATE may have waited for an execution that was writing a step.
  RETURN QUERY SELECT r.trigger, r.trigger_id, r.data, r.attempt, r.start_at,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'result', s.result) ORDER BY s.position), '[]')
     FROM engine_step s WHERE s.run_id = r.id)
  FROM engine_run r WHERE r.id = engine_begin.run;
END $$;

-- Memoises steps: [{id, name, op, result}]. False, and nothing written, when `token` is not the run's latest execution.
CREATE FUNCTION engine_write(run uuid, token uuid, steps jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  UPDATE engine_run SET attempt = 0 WHERE id = engine_write.run AND execution_token = engine_write.token;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO engine_step (run_id, id, position, name, op, result)
  SELECT engine_write.run, s ->> 'id', (SELECT count(*) FROM engine_step WHERE run_id = engine_write.run) + n,
    s ->> 'name', s ->> 'op', s -> 'result'
  FROM jsonb_array_elements(engine_write.steps) WITH ORDINALITY AS given (s, n)
  ON CONFLICT (run_id, id) DO NOTHING;
  RETURN true;
END $$;

-- Memoises steps, lets go of the run and wakes it up at `start_at`, or after `delay`.
CREATE FUNCTION engine_wait(run uuid, token uuid, steps jsonb, attempt int, start_at timestamptz, delay interval)
RETURNS boolean LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  wake_at timestamptz := coalesce(engine_wait.start_at, clock_timestamp() + engine_wait.delay);
  trigger text;
BEGIN
  IF NOT engine_write(engine_wait.run, engine_wait.token, engine_wait.steps) THEN
    RETURN false;
  END IF;
  UPDATE engine_run SET status = 'queued', execution_token = NULL, attempt = engine_wait.attempt, start_at = wake_at
  WHERE id = engine_wait.run RETURNING engine_run.trigger INTO trigger;
  -- The job that brought us here is locked: a locked job loses its key to the new one and is completed by its worker.
  PERFORM graphile_worker.add_job(trigger, json_build_object('run', engine_wait.run),
    run_at := wake_at, job_key := engine_wait.run::text);
  RETURN true;
END $$;

-- Ends a run, as failed when there is an error. A completed one is kept, empty, only where its trigger has an id.
CREATE FUNCTION engine_end(run uuid, token uuid, error text) RETURNS boolean LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  IF engine_end.error IS NOT NULL THEN
    UPDATE engine_run SET status = 'failed', error = engine_end.error, execution_token = NULL,
      ended_at = clock_timestamp()
    WHERE id = engine_end.run AND execution_token = engine_end.token;
    RETURN FOUND;
  END IF;
  DELETE FROM engine_run WHERE id = engine_end.run AND execution_token = engine_end.token AND trigger_id IS NULL;
  IF FOUND THEN
    RETURN true;
  END IF;
  UPDATE engine_run SET status = 'completed', data = '{}', execution_token = NULL, ended_at = clock_timestamp()
  WHERE id = engine_end.run AND execution_token = engine_end.token;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM engine_step WHERE run_id = engine_end.run;
  RETURN true;
END $$;

-- Says that a process lives and which pools of workers are its own. True once it has said so without a gap of `silence`
-- for that long: only then may it judge others, who may have been silent for the same reason as itself.
CREATE FUNCTION engine_heartbeat(process text, pools text[], silence interval) RETURNS boolean LANGUAGE sql AS $$
  INSERT INTO engine_process AS p (id, worker_ids, unbroken_since, heartbeat_at)
  VALUES (process, pools, clock_timestamp(), clock_timestamp())
  ON CONFLICT (id) DO UPDATE SET worker_ids = EXCLUDED.worker_ids, heartbeat_at = EXCLUDED.heartbeat_at,
    unbroken_since = CASE WHEN p.heartbeat_at < clock_timestamp() - silence THEN EXCLUDED.unbroken_since
      ELSE p.unbroken_since END
  RETURNING unbroken_since <= clock_timestamp() - silence
$$;

-- Frees the jobs of pools that belong to no process heard of within `silence`, and gives each open run without a job one
-- again. A freed job gets a new row, so that the completion of a worker that was only stalled meets nothing of its new
-- owner's. Returns how many runs got a job.
CREATE FUNCTION engine_take_over(silence interval) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  silent text[];
  lost bigint[];
  given int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('engine_take_over', 0)) THEN
    RETURN 0;
  END IF;
  SELECT array_agg(DISTINCT j.locked_by), array_agg(j.id) FILTER (WHERE j.key IS NOT NULL) INTO silent, lost
  FROM graphile_worker.jobs j
  WHERE j.locked_at < clock_timestamp() - silence AND NOT EXISTS (
    SELECT 1 FROM engine_process p
    WHERE j.locked_by = ANY (p.worker_ids) AND p.heartbeat_at > clock_timestamp() - silence);
  IF silent IS NOT NULL THEN
    PERFORM graphile_worker.force_unlock_workers(silent);
    PERFORM graphile_worker.complete_jobs(lost);
  END IF;
  WITH jobless AS MATERIALIZED (
    SELECT r.id, r.trigger, r.start_at FROM engine_run r
    WHERE r.ended_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM graphile_worker.jobs j
      WHERE j.key = r.id::text AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))
    ORDER BY r.start_at LIMIT 1000
  ), added AS MATERIALIZED (
    SELECT graphile_worker.add_job(trigger, json_build_object('run', id), run_at := start_at, job_key := id::text)
    FROM jobless
  )
  SELECT count(*) INTO given FROM added;
  RETURN given;
END $$;

-- Forgets, some at a time: completed runs (kept to know their trigger's id again), failed ones (kept to be looked at),
-- jobs that are never tried again, processes long gone.
CREATE FUNCTION engine_prune(completed interval, failed interval, at_most int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM engine_run WHERE id IN (SELECT id FROM engine_run
    WHERE status = 'completed' AND ended_at < clock_timestamp() - completed LIMIT at_most FOR UPDATE SKIP LOCKED);
  DELETE FROM engine_run WHERE id IN (SELECT id FROM engine_run
    WHERE status = 'failed' AND ended_at < clock_timestamp() - failed LIMIT at_most FOR UPDATE SKIP LOCKED);
  PERFORM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL LIMIT at_most));
  DELETE FROM engine_process WHERE heartbeat_at < clock_timestamp() - interval '1 hour';
  -- Each add_job draws a task's id, of 31 bits, whether the task is new or not: given back before they run out.
  IF (SELECT last_value FROM graphile_worker.tasks_id_seq) > 1000000000 THEN
    PERFORM setval('graphile_worker.tasks_id_seq', (SELECT max(id) FROM graphile_worker._private_tasks));
  END IF;
END $$;
