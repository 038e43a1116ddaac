import type { ReactNode } from "react";
import { Panel, PanelHead } from "./panel";

/** What is known of one thing, name by name, at the side of its page. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <Panel aria-labelledby="facts">
      <PanelHead id="facts" title="Facts" />
      <dl className="text-dense desk:px-4.5 desk:pb-4.5 grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-2 px-3.5 pb-3.5">
        {children}
      </dl>
    </Panel>
  );
}

export const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{name}</dt>
    <dd className="min-w-0 wrap-anywhere tabular-nums">{children}</dd>
  </>
);
