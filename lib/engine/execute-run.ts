import { randomUUID } from "node:crypto";
import { log } from "@/lib/platform/log";
import type { EngineContext } from "./engine-context";
import { Execution, type Step, type Wake } from "./execution";
import { callFunction, type Answer, type Op } from "./protocol/call-function";
import type { EngineFunction } from "./protocol/read-functions";
import { sleepEnd } from "./sleep-end";

/** Runs a function on until it ends, sleeps or is to be retried. A later execution of the run silences this one. */
export async function executeRun(engine: EngineContext, fn: EngineFunction, run: string): Promise<void> {
  const execution = await Execution.begin(engine.pool, run, randomUUID());
  if (!execution) return;
  engine.executions.set(execution.token, execution);
  try {
    for (let going = true; going;) {
      const answer = await callFunction(engine.sdk, fn, execution.call());
      going = !execution.lost && !execution.stopped && (await follow(engine, fn, execution, answer));
    }
    if (execution.stopped && !execution.lost) await execution.wait([], execution.attempt, { afterMs: 0 });
  } finally {
    engine.executions.delete(execution.token);
  }
}

/** Does what the SDK's answer asks for. True: call it again at once. */
async function follow(
  engine: EngineContext,
  fn: EngineFunction,
  execution: Execution,
  answer: Answer,
): Promise<boolean> {
  if (answer.kind === "returned") return over(execution.end());
  const isLast = execution.attempt + 1 >= fn.attemptsMax;
  if (answer.kind === "threw") {
    if (isLast || !answer.mayRetry) return over(fail(fn, execution, answer.error));
    return over(execution.wait([], execution.attempt + 1, retryAt(engine, execution, answer.retryAfter)));
  }

  const { ops } = answer;
  const unsupported = findUnsupported(ops);
  if (unsupported) return over(fail(fn, execution, `The embedded engine does not support ${unsupported}.`));
  if (ops.some(({ op }) => op === "RunComplete")) return over(execution.end());

  const steps = ops.flatMap((op) => memoise(op, isLast));
  const sleep = ops.find(({ op }) => op === "Sleep");
  if (sleep) return over(execution.wait(steps, 0, sleepEnd(sleep.name ?? "")));
  if (!isLast && ops.some(({ op }) => op === "StepError"))
    return over(execution.wait(steps, execution.attempt + 1, retryAt(engine, execution, null)));
  if (steps.length > 0) await execution.write(steps);
  execution.stopped = engine.stopping;
  return !execution.lost && !execution.stopped;
}

async function over(written: Promise<void>): Promise<false> {
  await written;
  return false;
}

async function fail(fn: EngineFunction, execution: Execution, error: string): Promise<void> {
  log.error({ function: fn.id, run: execution.run, err: error }, "a run failed for good");
  await execution.end(error);
}

function retryAt(engine: EngineContext, execution: Execution, retryAfter: string | null): Wake {
  if (retryAfter && /^\d+$/.test(retryAfter)) return { afterMs: Number(retryAfter) * 1_000 };
  if (retryAfter) return { at: new Date(retryAfter) };
  const { retryDelaysMs } = engine.settings;
  return { afterMs: retryDelaysMs[execution.attempt] ?? retryDelaysMs.at(-1) ?? 0 };
}

const supportedOps = new Set(["StepRun", "StepPlanned", "StepError", "StepFailed", "Sleep", "RunComplete"]);

/** A lone planned step is fine: the SDK takes breath between two steps and is called again. */
function findUnsupported(ops: Op[]): string | undefined {
  const unknown = ops.find(({ op }) => !supportedOps.has(op));
  if (unknown) return `${unknown.op} (step "${unknown.displayName ?? unknown.name}")`;
  const found = ops.filter(({ op }) => op === "StepPlanned" || op === "Sleep");
  return found.length > 1 ? "steps in parallel" : undefined;
}

/** What an op leaves behind for later calls. A step's last error is its result: the function may catch it. */
function memoise(op: Op, isLast: boolean): Step[] {
  const step = { id: op.id, name: op.displayName ?? op.name ?? "", op: op.op };
  if (op.op === "StepRun") return [{ ...step, result: { data: op.data ?? null } }];
  if (op.op === "Sleep") return [{ ...step, result: null }];
  const failed = op.op === "StepFailed" || (op.op === "StepError" && isLast);
  return failed ? [{ ...step, result: { error: op.error } }] : [];
}
