"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { unreachable } from "@/components/ui/unreachable";
import { useRefresh } from "./use-refresh";

const retryMs = 4_000;

type RecoveringProps = { error: Error & { digest?: string }; reset: () => void };

/** What stands where a page, or a part of one, did not load. It tries again by itself. */
export function Recovering({ error, reset }: RecoveringProps) {
  const askAnew = useRefresh();
  const again = () => void askAnew(reset);
  useEffect(() => {
    const timer = setInterval(again, retryMs);
    return () => clearInterval(timer);
  });
  const action = <Button onClick={again}>Try again</Button>;
  if (error.digest === unreachable)
    return (
      <EmptyState isPage title="We cannot reach our database" action={action}>
        <p>Nothing that was recorded is lost, and deliveries go on as soon as it is back.</p>
        <p>This page is tried again every few seconds by itself.</p>
      </EmptyState>
    );
  return (
    <EmptyState isPage glyph="failed" tone="text-failed" title="This page did not load" action={action}>
      <p>It is tried again every few seconds by itself.</p>
      {error.digest && (
        <p>
          Reference <code>{error.digest}</code>
        </p>
      )}
    </EmptyState>
  );
}
