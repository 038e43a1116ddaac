"use client";

import { useEffect, useState } from "react";
import type { FreeSpan } from "~/lib/storefront/types";
import type { NoTimes, Times } from "~/lib/times";

type Question = { variantId: string; salonId: string; zone: string; day?: string; withDays: boolean };
type Answer = { question: Question; times?: Times };

const retryMs = 5_000;

/** The times of one day, asked for once each time that another day, salon or zone is looked at. */
export function useTimes(first: Omit<Question, "withDays">) {
  const [question, setQuestion] = useState<Question>({ ...first, withDays: true });
  const [answer, setAnswer] = useState<Answer>();
  const [spans, setSpans] = useState<FreeSpan[]>();

  useEffect(() => {
    const abort = new AbortController();
    fetchTimes(question, abort.signal).then(
      (times) => {
        setAnswer({ question, times });
        if (times.spans) setSpans(times.spans);
      },
      () => {
        if (!abort.signal.aborted) setAnswer({ question });
      },
    );
    return () => abort.abort();
  }, [question]);

  const isUnreachable = answer !== undefined && !answer.times;
  useEffect(() => {
    if (!isUnreachable) return;
    const again = () => setQuestion((last) => ({ ...last, withDays: true }));
    const timer = setInterval(again, retryMs);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [isUnreachable]);

  return {
    times: answer?.times,
    spans,
    /** Another question than the one that `times` answers is on its way. */
    isAsking: answer?.question !== question,
    isUnreachable,
    day: question.day ?? answer?.times?.day,
    lookAt: (change: { day?: string; salonId?: string; zone?: string }) =>
      setQuestion((last) => ({ ...last, ...change, withDays: change.day === undefined })),
    /** The same day once more: something has changed there. */
    lookAgain: () =>
      setQuestion((last) => ({ ...last, day: last.day ?? answer?.times?.day, withDays: false })),
  };
}

async function fetchTimes(
  { variantId, salonId, zone, day, withDays }: Question,
  signal: AbortSignal,
): Promise<Times> {
  const query = new URLSearchParams({ variant: variantId, salon: salonId, zone });
  if (day) query.set("day", day);
  if (withDays) query.set("days", "1");
  const response = await fetch(`/api/times?${query}`, { signal, cache: "no-store" });
  if (!response.ok) throw new Error(`Times were not answered: ${response.status}.`);
  const answer: Times | NoTimes = await response.json();
  if ("isUnreachable" in answer) throw new Error("The salon does not answer.");
  return answer;
}
