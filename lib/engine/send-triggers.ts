import type { SendTriggers } from "@/lib/platform/trigger";

/** Writes a run for each trigger, as part of the caller's transaction. */
export const sendTriggers: SendTriggers = async (tx, triggers) => {
  if (triggers.length === 0) return;
  await tx.$executeRaw`
    SELECT engine_send(t ->> 'name', t -> 'data', t ->> 'id', (t ->> 'at')::timestamptz)
    FROM jsonb_array_elements(${JSON.stringify(triggers)}::jsonb) AS t`;
};
