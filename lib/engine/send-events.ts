import { z } from "zod";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { EngineContext } from "./engine-context";
import { sendTriggers } from "./send-triggers";

/** Events as the SDK sends them; `ts`, in milliseconds, is when one starts its function. */
export const SentEvents = z.array(
  z.object({
    name: z.string(),
    data: z.record(z.string(), z.unknown()).default({}),
    id: z.string().optional(),
    ts: z.number().optional(),
  }),
);

/** Starts a run for each event that a function waits for: all of them, or none when it throws. */
export async function sendEvents(engine: EngineContext, events: z.infer<typeof SentEvents>): Promise<void> {
  for (const { name } of events)
    if (!engine.functions.has(name)) log.warn({ trigger: name }, "no function waits for this trigger");
  const triggers = events
    .filter(({ name }) => engine.functions.has(name))
    .map(({ name, data, id, ts }) => ({ name, data, ...(id && { id }), ...(ts && { at: new Date(ts) }) }));
  await sendTriggers(db(), triggers);
}
