import clsx from "clsx";
import Link from "next/link";
import { StatusGlyph, type Glyph } from "./status-glyph";

export type Segment = {
  label: string;
  href: string;
  chosen: boolean;
  glyph?: Glyph;
  tone?: string;
  count?: string;
};

/** Two to seven exclusive views, each with its own URL. */
export function Segments({ label, segments }: { label: string; segments: Segment[] }) {
  return (
    <nav
      aria-label={label}
      className="rounded-control border-control bg-surface w-fit max-w-full overflow-x-auto border"
    >
      <ul className="flex w-max">
        {segments.map(({ label: word, href, chosen, glyph, tone, count }) => (
          <li key={word} className="border-line border-r last:border-r-0">
            <Link
              href={href}
              scroll={false}
              aria-current={chosen || undefined}
              className={clsx(
                "text-dense desk:h-8 flex h-10 items-center gap-1.5 px-[11px] font-medium whitespace-nowrap -outline-offset-2",
                chosen
                  ? "bg-selected text-ink shadow-[inset_0_-2px_0_var(--accent)]"
                  : "text-ink-2 hover:bg-hover hover:text-ink",
              )}
            >
              {glyph && <StatusGlyph glyph={glyph} className={tone} />}
              {word}
              {count !== undefined && <span className="text-ink-3 font-normal tabular-nums">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
