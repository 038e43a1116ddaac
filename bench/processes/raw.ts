/** The same POSTs without the product, in a process of its own: what this machine can do at most. */
import { Pool } from "undici";
import { monotonicMs } from "../measure/monotonic";
import { answerQuestions } from "./answer-questions";
import { arrivals } from "./arrivals";
import type { RawResult, RawRun } from "./messages";

const headers = { "content-type": "application/json; charset=utf-8" };

async function run(wanted: RawRun): Promise<RawResult> {
  const { origin, pathname } = new URL(wanted.url);
  const atOnce = "connections" in wanted ? wanted.connections : 50;
  const pool = new Pool(origin, { connections: atOnce, pipelining: 1 });
  const roundTripMs: number[] = [];
  const post = async (sinceMs = monotonicMs()) => {
    const { body } = await pool.request({ path: pathname, method: "POST", headers, body: wanted.body });
    await body.dump();
    roundTripMs.push(monotonicMs() - sinceMs);
  };
  await Promise.all(Array.from({ length: atOnce }, () => post()));
  roundTripMs.length = 0;
  const startedMs = monotonicMs();
  if ("connections" in wanted) {
    const endMs = startedMs + wanted.seconds * 1000;
    const keepPosting = async () => {
      while (monotonicMs() < endMs) await post();
    };
    await Promise.all(Array.from({ length: atOnce }, keepPosting));
  } else {
    const open: Promise<void>[] = [];
    await arrivals(wanted.perSecond, wanted.seconds, (plannedMs) => open.push(post(plannedMs)));
    await Promise.all(open);
  }
  const seconds = (monotonicMs() - startedMs) / 1000;
  await pool.close();
  return { count: roundTripMs.length, seconds, roundTripMs };
}

answerQuestions({ ready: true }, run);
