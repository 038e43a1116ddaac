-- An endpoint that somebody disables is told of too: by whom, and why.

ALTER TABLE "endpoint_alert"
  ADD COLUMN "actor_id" TEXT,
  ADD COLUMN "actor_name" TEXT,
  ADD COLUMN "reason" TEXT;
