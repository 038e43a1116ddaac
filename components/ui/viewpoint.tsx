"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, type ReactNode } from "react";
import type { Viewpoint } from "@/lib/platform/format-time";
import { zoneCookie } from "./zone-cookie";

const Context = createContext<Viewpoint | null>(null);

/**
 * Gives every time below it the viewer's zone. The server knows the zone from a cookie only: at a first visit it drew
 * the store's, and is asked once more.
 */
export function ViewpointProvider({ zone, now, children }: Viewpoint & { children: ReactNode }) {
  const router = useRouter();
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own === zone) return;
    document.cookie = `${zoneCookie}=${encodeURIComponent(own)}; path=/; max-age=31536000; samesite=lax`;
    router.refresh();
  }, [zone, router]);
  return <Context value={{ zone, now }}>{children}</Context>;
}

export function useViewpoint(): Viewpoint {
  const viewpoint = useContext(Context);
  if (!viewpoint) throw new Error("Times are drawn below a ViewpointProvider only.");
  return viewpoint;
}
