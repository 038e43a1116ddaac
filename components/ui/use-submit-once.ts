"use client";

import { unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useEffect, useRef, type FormEvent } from "react";
import { forgetValues, keepValues, restoreValues } from "./kept-values";
import { whyNoAnswer } from "./no-answer";
import { useToast } from "./toasts";

/**
 * A form's action and what it answered last. The form is dispatched by hand: React empties one after its action, and what
 * was entered must stay. A second click arrives before the first has been drawn as busy, and is dropped;
 * a connection that is lost leaves the form as it was, and a session that has ended brings it back after signing in.
 */
export function useSubmitOnce<State>(
  action: (last: State, form: FormData) => Promise<State>,
  initial: Awaited<State>,
  /** The form's own, on its page. */
  id: string,
) {
  const toast = useToast();
  const [state, submit, pending] = useActionState<State, FormData>(async (last, form) => {
    try {
      const next = await action(last, form);
      forgetValues(id);
      return next;
    } catch (error) {
      unstable_rethrow(error);
      forgetValues(id);
      toast({ ...whyNoAnswer(error), tone: "failed" });
      return last;
    }
  }, initial);
  const isSent = useRef(false);
  useEffect(() => {
    if (!pending) isSent.current = false;
  }, [pending]);
  useEffect(() => {
    const form = document.getElementById(id);
    if (form instanceof HTMLFormElement) restoreValues(id, form);
  }, [id]);
  const onSubmit = (event: FormEvent<HTMLFormElement>, { formData }: { formData: FormData }) => {
    event.preventDefault();
    if (isSent.current) return;
    isSent.current = true;
    keepValues(id, formData);
    startTransition(() => submit(formData));
  };
  return { state, submit, pending, onSubmit };
}
