import type { ReactNode } from "react";
import { StatusGlyph, type Glyph } from "./status-glyph";

type BoxProps = {
  glyph?: Glyph;
  tone?: string;
  title: string;
  /** It is all there is of the page. */
  isPage?: boolean;
  children?: ReactNode;
  action?: ReactNode;
};

/** What stands where there is nothing to show: what it is, what starts it, and a way on. */
export function EmptyState({
  glyph = "pending",
  tone = "text-ink-3",
  title,
  isPage,
  children,
  action,
}: BoxProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      <StatusGlyph glyph={glyph} className={tone} />
      <Heading className="head">{title}</Heading>
      {children && <div className="text-ink-2 max-w-[46ch]">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}

/** The shape of a list that is on its way. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="grid gap-6 px-4.5 py-5">
      {Array.from({ length: Math.min(rows, 8) }, (_, row) => (
        <span key={row} className="skeleton" style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
