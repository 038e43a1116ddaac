import { z } from "zod";
import { callSdk, type Sdk } from "./call-sdk";
import type { EngineFunction } from "./read-functions";

const Op = z.object({
  id: z.string(),
  op: z.string(),
  /** A sleep's duration or end, else the step's name. */
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.infer<typeof Op>;
export const Ops = z.array(Op);

/** A memoised step as the SDK wants it back: its data, its final error, or null for a sleep that is over. */
export type StepResult = { data: unknown } | { error: unknown } | null;

export type Call = {
  run: string;
  /** Names this execution; the SDK gives it back with each checkpoint. */
  token: string;
  attempt: number;
  event: { id: string; name: string; data: unknown; ts: number };
  steps: Map<string, StepResult>;
};

export type Answer =
  | { kind: "returned" }
  | { kind: "ops"; ops: Op[] }
  | { kind: "threw"; error: string; mayRetry: boolean; retryAfter: string | null };

/** Runs a function on from its memoised steps, by one call in the SDK's protocol. */
export async function callFunction(sdk: Sdk, fn: EngineFunction, call: Call): Promise<Answer> {
  const response = await callSdk(sdk, {
    method: "POST",
    query: { fnId: fn.wireId, stepId: "step" },
    headers: { "x-run-id": call.run, "x-inngest-req-version": "2" },
    body: toBody(fn, call),
  });
  if (response.status === 206) return { kind: "ops", ops: Ops.parse(await response.json()) };
  const text = await response.text();
  if (response.status === 200) return { kind: "returned" };
  return {
    kind: "threw",
    error: text,
    mayRetry: response.headers.get("x-inngest-no-retry") !== "true",
    retryAfter: response.headers.get("retry-after"),
  };
}

function toBody(fn: EngineFunction, { run, token, attempt, event, steps }: Call): object {
  const done = [...steps.keys()];
  return {
    version: 1,
    use_api: false,
    defers: {},
    event,
    events: [event],
    steps: Object.fromEntries(steps),
    ctx: {
      run_id: run,
      fn_id: fn.id,
      qi_id: token,
      step_id: "step",
      attempt,
      max_attempts: fn.attemptsMax,
      disable_immediate_execution: false,
      use_api: false,
      stack: { stack: done, current: done.length },
    },
  };
}
