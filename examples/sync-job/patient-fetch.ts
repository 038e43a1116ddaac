import { setTimeout as sleep } from "node:timers/promises";

const [waitsMax, waitMaxSeconds, timeoutMs] = [10, 60, 30_000];

/**
 * As fetch, but waits and asks again where the server is away (no answer, 502, 503, 504) or asks us to slow down (429): as
 * long as Retry-After says, else 1 s, 2 s, 4 s … up to a minute. Gives the last answer back when patience ends.
 */
export async function patientFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  for (let waits = 0; ; waits++) {
    const answer = await fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(
      (error: Error) => error,
    );
    const isLast = waits === waitsMax;
    if (answer instanceof Error) {
      if (isLast) throw answer;
    } else if (isLast || ![429, 502, 503, 504].includes(answer.status)) return answer;
    const asked = answer instanceof Error ? null : answer.headers.get("retry-after");
    const seconds = waitSeconds(asked, waits);
    console.error(
      `${answer instanceof Error ? "No answer" : `Answer ${answer.status}`}. Again in ${seconds} s.`,
    );
    await sleep(seconds * 1000);
  }
}

/** `asked` is seconds, or a date. */
export function waitSeconds(asked: string | null, waits: number, nowMs = Date.now()): number {
  const seconds =
    asked === null ? NaN : /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - nowMs) / 1000;
  return Number.isNaN(seconds) ? Math.min(waitMaxSeconds, 2 ** waits) : Math.max(0, Math.ceil(seconds));
}
