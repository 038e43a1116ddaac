import clsx from "clsx";
import type { ReactNode } from "react";
import { StatusGlyph } from "./status-glyph";

const looks = {
  held: { ground: "bg-held-soft", edge: "--held", tone: "text-held" },
  failed: { ground: "bg-failed-soft", edge: "--failed", tone: "text-failed" },
};

type BannerProps = {
  tone: keyof typeof looks;
  /** What is true, in bold. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

/** Above a page: what matters more than the page, and what can be done about it. */
export function Banner({ tone, title, children, action }: BannerProps) {
  const { ground, edge, tone: colour } = looks[tone];
  return (
    <section
      aria-label="Notice"
      style={{ boxShadow: `inset 0 0 0 1px color-mix(in oklch, var(${edge}) 40%, transparent)` }}
      className={clsx("rounded-panel flex flex-wrap items-center gap-x-3.5 gap-y-2.5 px-4.5 py-2.5", ground)}
    >
      <StatusGlyph glyph={tone} className={colour} />
      <p className="flex-[1_1_260px]">
        <b className="font-semibold">{title}</b> {children}
      </p>
      {action}
    </section>
  );
}
