"use client";

import { unstable_rethrow } from "next/navigation";
import { useCallback, useRef, useTransition } from "react";
import { whyNoAnswer } from "./no-answer";
import type { Outcome, Refusal } from "./outcome";
import { useToast } from "./toasts";

type Act = <T>(
  ask: () => Promise<Outcome<T>>,
  /** Where a refusal is shown; a toast says it otherwise. */
  onRefused?: (refusal: Refusal) => void,
) => Promise<T | undefined>;

/**
 * Asks a server action once, whatever is clicked meanwhile, and resolves with what came of it; with undefined where it was
 * refused or not answered. A lost connection, an ended session and a database that is away are said; none leaves the page.
 */
export function useAct(): { act: Act; pending: boolean } {
  const [pending, start] = useTransition();
  const isRunning = useRef(false);
  const toast = useToast();
  const act: Act = useCallback(
    (ask, onRefused = ({ refused }) => toast({ title: refused, tone: "failed" })) =>
      new Promise((resolve) => {
        if (isRunning.current) return resolve(undefined);
        isRunning.current = true;
        start(async () => {
          try {
            const outcome = await ask();
            if ("refused" in outcome) onRefused(outcome);
            resolve("done" in outcome ? outcome.done : undefined);
          } catch (error) {
            resolve(undefined);
            unstable_rethrow(error);
            toast({ ...whyNoAnswer(error), tone: "failed" });
          } finally {
            isRunning.current = false;
          }
        });
      }),
    [toast],
  );
  return { act, pending };
}
