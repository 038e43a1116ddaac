"use client";

import clsx from "clsx";
import { Lock } from "lucide-react";
import Link from "next/link";
import { useId, type ComponentProps, type ReactNode } from "react";

type Look = {
  variant?: "plain" | "primary" | "quiet" | "danger" | "danger-solid";
  size?: "s" | "m" | "l";
  icon?: ReactNode;
};

const variants = {
  plain: "border-control bg-surface text-ink hover:border-ink-3 hover:bg-hover active:bg-sunken",
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-failed bg-surface text-failed hover:bg-failed-soft",
  "danger-solid":
    "border-exhausted-fill bg-exhausted-fill text-on-exhausted hover:border-exhausted hover:underline",
};
const sizes = {
  s: "h-9 gap-1.5 px-2.5 text-dense desk:h-7",
  m: "h-10 gap-[7px] px-[13px] text-body desk:h-[34px]",
  l: "h-[42px] gap-2 px-[18px] text-lead",
};

function look({ variant = "plain", size = "m" }: Look, ...more: (string | false | undefined)[]): string {
  return clsx(
    "inline-flex flex-none items-center justify-center rounded-control border font-[550] whitespace-nowrap",
    "transition-[background-color,border-color] duration-(--time-quick)",
    sizes[size],
    more.includes("off")
      ? "cursor-not-allowed border-dashed border-line-strong bg-transparent text-ink-3"
      : variants[variant],
    ...more.filter((item) => item !== "off"),
  );
}

type ButtonProps = ComponentProps<"button"> &
  Look & {
    /** While it runs: the verb that is under way ("Saving"). The button keeps its width. */
    busy?: string | false;
    /** Why it cannot be used. It stays focusable, and the reason stands below. */
    disabledReason?: string;
  };

export function Button({
  variant,
  size,
  icon,
  busy,
  disabledReason,
  className,
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = Boolean(busy || disabledReason);
  const button = (
    <button
      type="button"
      {...rest}
      className={look({ variant, size }, disabledReason ? "off" : undefined, className)}
      aria-disabled={off || undefined}
      aria-describedby={disabledReason ? reasonId : rest["aria-describedby"]}
      onClick={off ? (event) => event.preventDefault() : rest.onClick}
    >
      <span className="grid">
        <span
          className={clsx("col-start-1 row-start-1 inline-flex items-center gap-[7px]", busy && "invisible")}
        >
          {icon}
          {children}
        </span>
        {busy && <span className="col-start-1 row-start-1 text-center">{busy}</span>}
      </span>
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className="grid gap-1.5">
      <span>{button}</span>
      <Reason id={reasonId}>{disabledReason}</Reason>
    </span>
  );
}

/** Why something cannot be changed, and whom to ask. */
export function Reason({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className="text-caption text-ink-2 flex items-center gap-[5px]">
      <Lock aria-hidden className="size-3.5 flex-none" strokeWidth={1.5} />
      {children}
    </span>
  );
}

export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={look({ variant, size }, className)}>
      {icon}
      {children}
    </Link>
  );
}

/** Where a link would lead nowhere: the end of a list. */
export function ButtonEnd({ size, children }: { size?: Look["size"]; children: ReactNode }) {
  return (
    <span aria-disabled="true" role="link" className={look({ size }, "off")}>
      {children}
    </span>
  );
}
