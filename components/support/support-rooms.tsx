"use client";

import { Activity, List, type LucideIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { SpineLink, TabLink, Tabs } from "@/components/shell/room-links";

const rooms: { href: string; name: string; Icon: LucideIcon; owns: string[] }[] = [
  { href: "/support", name: "Stores", Icon: Activity, owns: ["/support/stores/"] },
  { href: "/support/audit", name: "Audit log", Icon: List, owns: [] },
];

export function SupportNav() {
  const isHere = useIsHere();
  return (
    <nav aria-label="Main" className="mt-3.5 grid gap-0.5">
      {rooms.map(({ owns, ...room }) => (
        <SpineLink key={room.href} {...room} isHere={isHere(room.href, owns)} />
      ))}
    </nav>
  );
}

export function SupportTabs() {
  const isHere = useIsHere();
  return (
    <Tabs>
      {rooms.map(({ owns, ...room }) => (
        <TabLink key={room.href} {...room} isHere={isHere(room.href, owns)} />
      ))}
    </Tabs>
  );
}

function useIsHere(): (href: string, owns: string[]) => boolean {
  const pathname = usePathname();
  return (href, owns) => pathname === href || owns.some((start) => pathname.startsWith(start));
}
