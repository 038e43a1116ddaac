"use client";

import { Plus, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Menu, MenuLink } from "./menu";

export type FilterChoice = { word: ReactNode; key: string; href: string };

export const chipShape =
  "rounded-control text-dense desk:h-[34px] inline-flex h-10 flex-none items-center gap-1.5 border px-2.5 font-medium whitespace-nowrap";
const icon = { "aria-hidden": true, className: "size-4", strokeWidth: 1.5 } as const;

/** Dashed: adds a filter. */
export function AddFilter({ name, choices }: { name: string; choices: FilterChoice[] }) {
  return (
    <Menu
      trigger={
        <>
          <Plus {...icon} />
          {name}
        </>
      }
      triggerClassName={`${chipShape} border-control text-ink-2 hover:border-ink-3 hover:text-ink border-dashed`}
    >
      {choices.map(({ word, key, href }) => (
        <MenuLink key={key} href={href}>
          {word}
        </MenuLink>
      ))}
    </Menu>
  );
}

/** Solid: is one, and is taken away by pressing it. */
export function ChosenFilter({ name, href, children }: { name: string; href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      className={`${chipShape} border-control bg-surface hover:border-ink-3 hover:bg-hover max-w-full`}
    >
      <span className="sr-only">{`Remove the filter ${name}: `}</span>
      <span className="truncate">{children}</span>
      <X {...icon} />
    </Link>
  );
}
