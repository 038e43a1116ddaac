import clsx from "clsx";
import Link from "next/link";

export type Tab = { name: string; href: string; count?: string };

/** The rooms of one thing; each has its own URL. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav
      aria-label={label}
      className="border-line -mb-1 flex [scrollbar-width:none] overflow-x-auto border-b"
    >
      {tabs.map(({ name, href, count }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === current ? "page" : undefined}
          className={clsx(
            "desk:h-10 -mb-px flex h-11 flex-none items-center gap-[7px] border-b-2 px-3 font-[550] whitespace-nowrap -outline-offset-2",
            name === current ? "border-accent text-ink" : "text-ink-2 hover:text-ink border-transparent",
          )}
        >
          {name}
          {count !== undefined && <span className="text-ink-3 font-normal tabular-nums">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
