"use client";

import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";

export type RoomLinkProps = { href: string; name: string; Icon: LucideIcon; isHere: boolean };

/** A room in the spine. `note` says what needs someone there. */
export function SpineLink({ href, name, Icon, isHere, note }: RoomLinkProps & { note?: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={clsx(
        "rounded-control relative flex h-[34px] items-center gap-2.5 px-2.5 font-medium",
        isHere
          ? "bg-cover-2 text-on-cover before:bg-on-cover before:absolute before:inset-y-2 before:-left-3 before:w-[3px] before:rounded-r-[2px]"
          : "text-on-cover-2 hover:bg-cover-2/60 hover:text-on-cover",
      )}
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.5} />
      {name}
      {note && <span className="text-caption text-on-cover ml-auto flex">{note}</span>}
    </Link>
  );
}

/** The rooms at the foot of a phone. */
export const Tabs = ({ children }: { children: ReactNode }) => (
  <nav
    aria-label="Main, phone"
    className="border-line-strong bg-surface desk:hidden sticky bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t px-1 pt-1 pb-2"
  >
    {children}
  </nav>
);

const tabLook = (isHere: boolean) =>
  clsx(
    "grid min-h-12 content-center justify-items-center gap-0.5 text-[11px]/[14px] font-medium",
    isHere ? "text-accent shadow-[inset_0_3px_0_-1px_var(--accent)]" : "text-ink-2",
  );

export function TabLink({ href, name, Icon, isHere }: RoomLinkProps) {
  return (
    <Link href={href} aria-current={isHere ? "page" : undefined} className={tabLook(isHere)}>
      <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      {name}
    </Link>
  );
}

/** The rooms that have no tab of their own. */
export function TabMenu({
  name,
  Icon,
  isHere,
  children,
}: Omit<RoomLinkProps, "href"> & { children: ReactNode }) {
  return (
    <Menu
      align="end"
      triggerClassName={tabLook(isHere)}
      trigger={
        <>
          <Icon aria-hidden className="size-5" strokeWidth={1.5} />
          {name}
        </>
      }
    >
      {children}
    </Menu>
  );
}
