import { Send } from "lucide-react";
import { formatPlural } from "@/lib/platform/format-figure";
import type { Receivers } from "@/lib/webhooks/contract";

type SendsProps = {
  /** Undefined: the act fires nothing. */
  type?: string;
  receivers?: Receivers;
};

/** What an act will tell the store's endpoints, before it is done. */
export function Sends({ type, receivers }: SendsProps) {
  return (
    <p className="text-dense text-ink-2 flex items-start gap-2">
      <Send aria-hidden className="mt-px size-4 flex-none" strokeWidth={1.5} />
      <span>
        {type ? (
          <>
            Sends <span className="ident">{type}</span> to {whom(receivers)}
          </>
        ) : (
          "Sends nothing: no event tells of it."
        )}
      </span>
    </p>
  );
}

/** "4 endpoints. Held for Accounting, which is disabled." */
function whom({ sent, held }: Receivers = { sent: [], held: [] }): string {
  const to = sent.length === 0 ? "no endpoint." : `${formatPlural(sent.length, "endpoint")}.`;
  if (held.length === 0) return to;
  return `${to} Held for ${held.join(", ")}, which ${held.length === 1 ? "is" : "are"} disabled.`;
}
