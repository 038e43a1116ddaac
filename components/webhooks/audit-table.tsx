import { LifeBuoy } from "lucide-react";
import Link from "next/link";
import { RowsByDay } from "@/components/ui/rows-by-day";
import { Cell, HeadCell, NoValue, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AuditListItem } from "@/lib/identity/contract";
import type { Viewpoint } from "@/lib/platform/format-time";

/** `store` is named where the list is of many. */
type Entry = AuditListItem & { store?: { slug: string; name: string } };

type AuditTableProps = {
  entries: Entry[];
  /** The pages of an entry's store: `${base}/endpoints/…`. */
  baseOf: (entry: Entry) => string;
  view: Viewpoint;
};

/** Who did what, when and why. Among a store's own members, what our own people did is marked. */
export function AuditTable({ entries, baseOf, view }: AuditTableProps) {
  const withStore = entries.some(({ store }) => store);
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Who</HeadCell>
        <HeadCell>What</HeadCell>
        {withStore && <HeadCell>Store</HeadCell>}
        <HeadCell>{withStore ? "Reason, shown to the merchant" : "Reason"}</HeadCell>
      </TableHead>
      <TableBody>
        <RowsByDay
          items={entries}
          when={(entry) => ({ iso: entry.at, zone: view.zone })}
          now={view.now}
          columns={withStore ? 5 : 4}
          row={(entry) => <AuditRow entry={entry} base={baseOf(entry)} />}
        />
      </TableBody>
    </Table>
  );
}

const places = {
  endpoint: "endpoints",
  delivery: "deliveries",
  appointment: "appointments",
  order: "orders",
};

function AuditRow({ entry, base }: { entry: Entry; base: string }) {
  const { at, who, what, reason, target, store } = entry;
  return (
    <Row>
      <Cell at="right" className="text-ink-3 whitespace-nowrap">
        <Time iso={at} as="clock" />
      </Cell>
      <Cell at="left" className="whitespace-nowrap">
        <span className="font-[550]">{who.name}</span>
        {who.affiliation && !store && (
          <span className="bg-support-soft text-support rounded-tick text-caption ml-2 inline-flex items-center gap-1 px-1.5 py-0.5 font-[550]">
            <LifeBuoy aria-hidden className="size-3.5" strokeWidth={1.5} />
            {who.affiliation}
          </span>
        )}
      </Cell>
      <Cell at="wide" className="py-2">
        {target ? (
          <Link href={`${base}/${places[target.kind]}/${target.id}`} className="row-link">
            {what}
          </Link>
        ) : (
          what
        )}
      </Cell>
      {store && (
        <Cell at="left" className="whitespace-nowrap">
          <Link href={base} className="link">
            {store.name}
          </Link>
        </Cell>
      )}
      <Cell at={reason === null ? "none" : "wide"} className="text-ink-2 py-2 wrap-anywhere">
        {reason ?? <NoValue />}
      </Cell>
    </Row>
  );
}
