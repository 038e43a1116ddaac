"use client";

import { useRouter } from "next/navigation";
import { startTransition, useCallback } from "react";

/**
 * Asks for the page anew, but only of a server that answers: Next leaves the page, for the browser's own error page, when
 * a refresh cannot be fetched. `reset` of an error page goes with it, as one.
 */
export function useRefresh(): (reset?: () => void) => Promise<void> {
  const router = useRouter();
  return useCallback(
    async (reset) => {
      const answers = await fetch("/icon.svg", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
      if (!answers?.ok) return;
      startTransition(() => {
        router.refresh();
        reset?.();
      });
    },
    [router],
  );
}
