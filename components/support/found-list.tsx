import Link from "next/link";
import { Panel, PanelHead } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { formatPlural } from "@/lib/platform/format-figure";
import type { Found } from "@/lib/webhooks/contract";

const kinds: Record<Found["kind"], string> = {
  store: "Store",
  endpoint: "Endpoint",
  delivery: "Delivery",
};

/** What a search found: what it is, of which store, and how it is. */
export function FoundList({ q, found }: { q: string; found: (Found & { href: string })[] }) {
  return (
    <Panel aria-labelledby="found">
      <PanelHead id="found" title={`Found for “${q}”`}>
        <span role="status" className="text-ink-3">
          {found.length === 0 ? "nothing" : formatPlural(found.length, "result")}
        </span>
        <Link href="/support" className="link ml-auto">
          Clear
        </Link>
      </PanelHead>
      {found.length === 0 ? (
        <EmptyState title="Nothing matches">
          Search by the beginning of a store’s name, a URL, or paste an id whole.
        </EmptyState>
      ) : (
        <ul className="border-line border-t">
          {found.map(({ kind, id, store, title, detail, href }) => (
            <li
              key={`${kind}/${id}`}
              className="border-line hover:bg-hover desk:grid-cols-[96px_minmax(0,1fr)_minmax(0,auto)] desk:px-4.5 relative grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-0.5 border-b px-3.5 py-2.5 last:border-b-0"
            >
              <span className="text-dense text-ink-3">{kinds[kind]}</span>
              <span className="min-w-0">
                <Link
                  href={href}
                  className="font-semibold wrap-anywhere after:absolute after:inset-0 hover:underline"
                >
                  {title}
                </Link>
                {detail && <span className="text-dense text-ink-2 block wrap-anywhere">{detail}</span>}
              </span>
              {kind !== "store" && <span className="text-dense text-ink-2">{store.name}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
