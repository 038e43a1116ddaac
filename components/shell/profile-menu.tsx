"use client";

import { LogOut } from "lucide-react";
import { startTransition } from "react";
import { Menu, MenuAction, MenuHeading } from "@/components/ui/menu";

type ProfileMenuProps = { name: string; email: string; onSignOut: () => Promise<void> };

export function ProfileMenu({ name, email, onSignOut }: ProfileMenuProps) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join("");
  return (
    <Menu
      label={`Your profile, ${name}`}
      trigger={<span aria-hidden="true">{initials}</span>}
      triggerClassName="grid size-10 flex-none place-items-center rounded-full bg-accent-soft text-[12px] font-semibold text-accent-strong desk:size-[30px]"
      align="end"
    >
      <MenuHeading>
        <b className="block font-semibold">{name}</b>
        <span className="text-caption text-ink-3 block">{email}</span>
      </MenuHeading>
      <MenuAction onChoose={() => startTransition(() => onSignOut())}>
        <LogOut aria-hidden className="size-4" strokeWidth={1.5} />
        Sign out
      </MenuAction>
    </Menu>
  );
}
