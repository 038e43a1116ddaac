import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";
import { Wordmark } from "./wordmark";

type BookProps = {
  /** Aubergine where our own people act across stores; it can never be mistaken for one store's. */
  cover?: "support";
  /** What stands on the spine: where one is, and the rooms. */
  spine: ReactNode;
  /** Who looks at it, above the wordmark. */
  foot?: ReactNode;
  /** The rooms on a phone. */
  tabs: ReactNode;
  children: ReactNode;
};

/** An application: its spine and the page beside it. */
export function Book({ cover, spine, foot, tabs, children }: BookProps) {
  return (
    <>
      <SkipLink>Skip to content</SkipLink>
      <div data-cover={cover} className="desk:grid desk:grid-cols-[var(--spine)_minmax(0,1fr)] min-h-dvh">
        <aside className="border-cover-line text-on-cover desk:block hidden border-r bg-cover">
          <div className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-3 pt-3.5 pb-3">
            {spine}
            <div className="mt-auto">{foot}</div>
            <p className="font-display text-on-cover-2 px-2.5 pt-2.5 pb-1 text-[15px]/5 font-medium">
              <Wordmark strong="text-on-cover" />
            </p>
          </div>
        </aside>
        <div className="flex min-h-dvh min-w-0 flex-col">
          {children}
          {tabs}
        </div>
      </div>
    </>
  );
}
