"use client";

import {
  ArrowRightToLine,
  BookOpen,
  CalendarDays,
  Ellipsis,
  GitCommitHorizontal,
  NotebookText,
  ReceiptText,
  ScrollText,
  TextAlignStart,
  type LucideIcon,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { Fragment, type ReactNode } from "react";
import { MenuLink } from "@/components/ui/menu";
import { SpineLink, TabLink, TabMenu, Tabs } from "./room-links";

type RoomPlace = {
  /** Below the store's own; empty for its front page. */
  path: string;
  name: string;
  Icon: LucideIcon;
  group?: "Webhooks" | "Store";
  /** What it is called at the foot of a phone; without it, it is found under More. */
  tab?: string;
};

/** The rooms of a store. */
export const rooms: RoomPlace[] = [
  { path: "", name: "Overview", Icon: BookOpen, tab: "Overview" },
  { path: "endpoints", name: "Endpoints", Icon: GitCommitHorizontal, group: "Webhooks", tab: "Endpoints" },
  { path: "deliveries", name: "Deliveries", Icon: ArrowRightToLine, group: "Webhooks", tab: "Deliveries" },
  { path: "events", name: "Events", Icon: TextAlignStart, group: "Webhooks" },
  { path: "catalogue", name: "Event catalogue", Icon: NotebookText, group: "Webhooks" },
  { path: "appointments", name: "Appointments", Icon: CalendarDays, group: "Store", tab: "Bookings" },
  { path: "orders", name: "Orders", Icon: ReceiptText, group: "Store" },
  { path: "audit", name: "Audit log", Icon: ScrollText, group: "Store" },
];
const groups = [undefined, "Webhooks", "Store"] as const;

/** The rooms of a store in its spine. `notes` says what needs someone, by room. */
export function SpineNav({ slug, notes }: { slug: string; notes: Record<string, ReactNode> }) {
  const isHere = useIsHere(slug);
  return (
    <nav aria-label="Main" className="mt-3.5 grid gap-0.5">
      {groups.map((group) => (
        <Fragment key={group ?? "front"}>
          {group && <h2 className="text-caption text-on-cover-2 px-2.5 pt-3 pb-1 font-medium">{group}</h2>}
          {rooms
            .filter((room) => room.group === group)
            .map(({ path, name, Icon }) => (
              <SpineLink
                key={path}
                name={name}
                Icon={Icon}
                href={hrefOf(slug, path)}
                isHere={isHere(path)}
                note={notes[path]}
              />
            ))}
        </Fragment>
      ))}
    </nav>
  );
}

export function PhoneTabs({ slug }: { slug: string }) {
  const isHere = useIsHere(slug);
  const more = rooms.filter(({ tab }) => tab === undefined);
  return (
    <Tabs>
      {rooms.map(
        ({ path, tab, Icon }) =>
          tab && (
            <TabLink key={path} name={tab} Icon={Icon} href={hrefOf(slug, path)} isHere={isHere(path)} />
          ),
      )}
      <TabMenu name="More" Icon={Ellipsis} isHere={more.some(({ path }) => isHere(path))}>
        {more.map(({ path, name, Icon }) => (
          <MenuLink key={path} href={hrefOf(slug, path)} current={isHere(path)}>
            <Icon aria-hidden className="size-4" strokeWidth={1.5} />
            {name}
          </MenuLink>
        ))}
      </TabMenu>
    </Tabs>
  );
}

const hrefOf = (slug: string, path: string) => (path ? `/s/${slug}/${path}` : `/s/${slug}`);

function useIsHere(slug: string): (path: string) => boolean {
  const pathname = usePathname();
  return (path) => {
    const href = hrefOf(slug, path);
    return pathname === href || (path !== "" && pathname.startsWith(`${href}/`));
  };
}
