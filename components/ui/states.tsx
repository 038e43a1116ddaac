import type { ReactNode } from "react";
import { Panel } from "./panel";
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

/** Where a list will stand once there is something to list. */
export const NothingYet = (props: Pick<BoxProps, "title" | "children" | "action">) => (
  <Panel className="border-control border-dashed">
    <EmptyState {...props} />
  </Panel>
);

/** The shape of a list that is on its way. */
export const ListSkeleton = ({ rows = 6 }: { rows?: number }) => (
  <Panel>
    <div role="status" aria-label="Loading" className="grid gap-6 px-4.5 py-5">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton" style={{ width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  </Panel>
);
