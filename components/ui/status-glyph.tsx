import clsx from "clsx";

export type Glyph =
  "pending" | "delivered" | "failed" | "held" | "exhausted" | "canceled" | "disabled" | "future";

const ring = { fill: "none", stroke: "currentColor", strokeWidth: 1.6 };
const knock = {
  fill: "none",
  stroke: "var(--knock)",
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** Dashed is planned, outline is in motion, filled is final: each reads without its colour. */
const drawings: Record<Glyph, React.ReactNode> = {
  pending: <circle cx="8" cy="8" r="6" {...ring} strokeDasharray="2.9 1.81" />,
  future: <circle cx="8" cy="8" r="6" {...ring} strokeWidth={1.3} strokeDasharray="2 1.9" opacity=".8" />,
  delivered: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.8 8.3 2.2 2.2 4.2-4.7" {...knock} strokeWidth={1.7} />
    </>
  ),
  failed: (
    <>
      <circle cx="8" cy="8" r="6.2" {...ring} />
      <path d="m5.8 5.8 4.4 4.4M10.2 5.8l-4.4 4.4" {...ring} strokeLinecap="round" />
    </>
  ),
  held: <path d="M4 2.3h8v11.2l-4-3-4 3z" {...ring} strokeLinejoin="round" />,
  exhausted: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" fill="currentColor" />
      <path d="m5.3 5.3 5.4 5.4M10.7 5.3l-5.4 5.4" {...knock} strokeWidth={1.8} />
    </>
  ),
  canceled: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8h6.4" {...knock} strokeWidth={1.8} />
    </>
  ),
  disabled: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2.5" fill="currentColor" />
      <path d="M6.2 5.2v5.6M9.8 5.2v5.6" {...knock} strokeWidth={1.9} />
    </>
  ),
};

/** Decoration beside a word; give `word` where it stands alone. */
export function StatusGlyph({ glyph, word, className }: { glyph: Glyph; word?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      // Its size unless a class says another: two size classes would leave the choice to the stylesheet's order.
      width={16}
      height={16}
      className={clsx("flex-none overflow-visible", className)}
      {...(word ? { role: "img", "aria-label": word } : { "aria-hidden": true })}
    >
      {drawings[glyph]}
    </svg>
  );
}
