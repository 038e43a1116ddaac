"use client";

import { ArrowRightToLine, GitCommitHorizontal, type LucideIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { SpineLink, TabLink, Tabs } from "./room-links";

const rooms: { path: string; name: string; Icon: LucideIcon }[] = [
  { path: "endpoints", name: "Endpoints", Icon: GitCommitHorizontal },
  { path: "deliveries", name: "Deliveries", Icon: ArrowRightToLine },
];

/** The rooms of a store in its spine. `notes` says what needs someone, by room. */
export function SpineNav({ slug, notes }: { slug: string; notes: Record<string, ReactNode> }) {
  const isHere = useIsHere(slug);
  return (
    <nav aria-label="Main" className="mt-3.5 grid gap-0.5">
      <h2 className="text-caption text-on-cover-2 px-2.5 pt-1 pb-1 font-medium">Webhooks</h2>
      {rooms.map(({ path, ...room }) => (
        <SpineLink
          key={path}
          {...room}
          href={`/s/${slug}/${path}`}
          isHere={isHere(path)}
          note={notes[path]}
        />
      ))}
    </nav>
  );
}

export function PhoneTabs({ slug }: { slug: string }) {
  const isHere = useIsHere(slug);
  return (
    <Tabs>
      {rooms.map(({ path, ...room }) => (
        <TabLink key={path} {...room} href={`/s/${slug}/${path}`} isHere={isHere(path)} />
      ))}
    </Tabs>
  );
}

function useIsHere(slug: string): (path: string) => boolean {
  const pathname = usePathname();
  return (path) => pathname === `/s/${slug}/${path}` || pathname.startsWith(`/s/${slug}/${path}/`);
}
