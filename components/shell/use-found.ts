"use client";

import { useEffect, useState } from "react";
import type { Found } from "./find-options";

const typingMs = 120;
const qMax = 2_048;

type Answer = { q: string; found: Found[] } | { q: string; failed: true };

/** What the server finds for `q`, as one types: the last answer, and whether it is for what stands there now. */
export function useFound(url: string, q: string): { answer: Answer | undefined; isCurrent: boolean } {
  const [answer, setAnswer] = useState<Answer>();
  const asked = q.trim().slice(0, qMax);
  const isAsked = asked.length > 1;
  useEffect(() => {
    if (!isAsked) return;
    const aborting = new AbortController();
    const ask = async () => {
      try {
        const response = await fetch(`${url}?${new URLSearchParams({ q: asked })}`, {
          signal: aborting.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        setAnswer({ q: asked, found: (await response.json()) as Found[] });
      } catch {
        if (!aborting.signal.aborted) setAnswer({ q: asked, failed: true });
      }
    };
    const timer = setTimeout(() => void ask(), typingMs);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
  }, [url, asked, isAsked]);
  return { answer: isAsked ? answer : undefined, isCurrent: !isAsked || answer?.q === asked };
}
