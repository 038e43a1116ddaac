"use client";

import { useEffect } from "react";
import { useRefresh } from "@/components/shell/use-refresh";
import { Time } from "@/components/ui/time";
import { useViewpoint } from "@/components/ui/viewpoint";

const everyMs = 15_000;

/** What is counted over all stores is counted anew every 15 s, while somebody looks. */
export function AsOf() {
  const { now } = useViewpoint();
  const askAnew = useRefresh();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void askAnew();
    }, everyMs);
    return () => clearInterval(timer);
  }, [askAnew]);
  return (
    <span className="text-dense text-ink-3 flex-none whitespace-nowrap">
      As of <Time iso={now} as="clock" />
    </span>
  );
}
