import { z } from "zod";
import type { EngineContext } from "./engine-context";
import { Ops } from "./protocol/call-function";
import { SentEvents, sendEvents } from "./send-events";

const Checkpoint = z.object({ qi_id: z.string(), steps: Ops });

/** What an Inngest server's API would answer: events sent by functions, and steps done in the middle of a call. */
export function answerSdk(engine: EngineContext): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const body: unknown = JSON.parse(String(init?.body ?? "null"));
    if (pathname.startsWith("/e/")) return takeEvents(engine, body);
    if (/^\/v1\/checkpoint\/[^/]+\/async$/.test(pathname)) return takeCheckpoint(engine, body);
    return Response.json({ error: "The embedded engine does not know this address." }, { status: 404 });
  };
}

async function takeEvents(engine: EngineContext, body: unknown): Promise<Response> {
  const events = SentEvents.parse(Array.isArray(body) ? body : [body]);
  await sendEvents(engine, events);
  return Response.json({ ids: events.map(({ id }, index) => id ?? String(index)), status: 200 });
}

/** 409 makes the SDK stop after this step: the execution is over, or the process is shutting down. */
async function takeCheckpoint(engine: EngineContext, body: unknown): Promise<Response> {
  const { qi_id: token, steps } = Checkpoint.parse(body);
  const execution = engine.executions.get(token);
  if (!execution) return new Response(null, { status: 409 });
  await execution.write(
    steps.map((step) => ({
      id: step.id,
      name: step.displayName ?? step.name ?? "",
      op: step.op,
      result: step.error === undefined ? { data: step.data ?? null } : { error: step.error },
    })),
  );
  execution.stopped = engine.stopping;
  return execution.lost || execution.stopped ? new Response(null, { status: 409 }) : Response.json({});
}
