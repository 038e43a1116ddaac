"use client";

import clsx from "clsx";
import { ArrowRightToLine, GitCommitHorizontal, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

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
      {rooms.map(({ path, name, Icon }) => (
        <Link
          key={path}
          href={`/s/${slug}/${path}`}
          aria-current={isHere(path) ? "page" : undefined}
          className={clsx(
            "rounded-control relative flex h-[34px] items-center gap-2.5 px-2.5 font-medium",
            isHere(path)
              ? "bg-cover-2 text-on-cover before:bg-on-cover before:absolute before:inset-y-2 before:-left-3 before:w-[3px] before:rounded-r-[2px]"
              : "text-on-cover-2 hover:bg-cover-2/60 hover:text-on-cover",
          )}
        >
          <Icon aria-hidden className="size-4" strokeWidth={1.5} />
          {name}
          {notes[path] && <span className="text-caption text-on-cover ml-auto flex">{notes[path]}</span>}
        </Link>
      ))}
    </nav>
  );
}

export function PhoneTabs({ slug }: { slug: string }) {
  const isHere = useIsHere(slug);
  return (
    <nav
      aria-label="Main, phone"
      className="border-line-strong bg-surface desk:hidden sticky bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t px-1 pt-1 pb-2"
    >
      {rooms.map(({ path, name, Icon }) => (
        <Link
          key={path}
          href={`/s/${slug}/${path}`}
          aria-current={isHere(path) ? "page" : undefined}
          className={clsx(
            "grid min-h-12 content-center justify-items-center gap-0.5 text-[11px]/[14px] font-medium",
            isHere(path) ? "text-accent shadow-[inset_0_3px_0_-1px_var(--accent)]" : "text-ink-2",
          )}
        >
          <Icon aria-hidden className="size-5" strokeWidth={1.5} />
          {name}
        </Link>
      ))}
    </nav>
  );
}

function useIsHere(slug: string): (path: string) => boolean {
  const pathname = usePathname();
  return (path) => pathname === `/s/${slug}/${path}` || pathname.startsWith(`/s/${slug}/${path}/`);
}
