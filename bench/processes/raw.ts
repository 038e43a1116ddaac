/** The same POSTs without the product, in a process of its own: what this machine can do at most. */
import { Pool } from "undici";
import { monotonicMs } from "../measure/monotonic";
import { answerQuestions } from "./answer-questions";
import { arrivals } from "./arrivals";
import type { RawResult, RawRun } from "./messages";

const warmUpMs = 1_000;
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
  const postUntil = (endMs: number) =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (monotonicMs() < endMs) await post();
      }),
    );
  await postUntil(monotonicMs() + warmUpMs);
  roundTripMs.length = 0;
  const startedMs = monotonicMs();
  if ("connections" in wanted) {
    await postUntil(startedMs + wanted.seconds * 1000);
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
