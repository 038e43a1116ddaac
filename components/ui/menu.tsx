"use client";

import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type MenuProps = {
  /** The trigger's name where it has no words. */
  label?: string;
  trigger: ReactNode;
  triggerClassName: string;
  align?: "start" | "end";
  children: ReactNode;
};

const row =
  "flex min-h-10 w-full items-center gap-2.5 rounded-control px-2.5 py-1.5 text-left outline-none data-highlighted:bg-selected desk:min-h-[34px]";

export function Menu({ label, trigger, triggerClassName, align = "start", children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger aria-label={label} className={triggerClassName}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} className="z-30">
          <Base.Popup className="rounded-panel border-line-strong bg-raised shadow-pop min-w-52 border p-1.5 outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuLink({
  href,
  current,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.LinkItem
      closeOnClick
      aria-current={current || undefined}
      render={<Link href={href} />}
      className={row}
    >
      {children}
      {current && <Check aria-hidden className="ml-auto size-4" strokeWidth={1.5} />}
    </Base.LinkItem>
  );
}

export function MenuAction({ onChoose, children }: { onChoose: () => void; children: ReactNode }) {
  return (
    <Base.Item onClick={onChoose} className={row}>
      {children}
    </Base.Item>
  );
}

type MenuChoiceProps<T extends string> = {
  value: T;
  onChoose: (value: T) => void;
  options: { value: T; label: string; icon: ReactNode }[];
};

export function MenuChoice<T extends string>({ value, onChoose, options }: MenuChoiceProps<T>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChoose}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={row}>
          {option.icon}
          {option.label}
          <Base.RadioItemIndicator className="ml-auto">
            <Check aria-hidden className="size-4" strokeWidth={1.5} />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export const MenuHeading = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={clsx("border-line mb-1.5 border-b px-2.5 pt-1 pb-2", className)}>{children}</div>
);
