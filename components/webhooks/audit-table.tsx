import { LifeBuoy } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { Cell, DayRow, HeadCell, NoValue, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { dayKey, formatDay, type Viewpoint } from "@/lib/platform/format-time";
import type { AuditListItem } from "@/lib/identity/contract";

type AuditTableProps = {
  entries: AuditListItem[];
  /** The store's pages: `${base}/endpoints/…`. */
  base: string;
  view: Viewpoint;
};

/** Who did what, when and why; what our own people did is marked. */
export function AuditTable({ entries, base, view }: AuditTableProps) {
  const dayOf = (entry: AuditListItem | undefined) => entry && dayKey(entry.at, view.zone);
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Who</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>Reason</HeadCell>
      </TableHead>
      <TableBody>
        {entries.map((entry, index) => (
          <Fragment key={entry.id}>
            {dayOf(entry) !== dayOf(entries[index - 1]) && (
              <DayRow columns={4}>{formatDay(entry.at, view)}</DayRow>
            )}
            <AuditRow entry={entry} base={base} />
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}

function AuditRow({
  entry: { at, who, what, reason, target },
  base,
}: {
  entry: AuditListItem;
  base: string;
}) {
  const places = { endpoint: "endpoints", delivery: "deliveries" };
  return (
    <Row>
      <Cell at="right" className="text-ink-3 whitespace-nowrap">
        <Time iso={at} as="clock" />
      </Cell>
      <Cell at="left" className="whitespace-nowrap">
        <span className="font-[550]">{who.name}</span>
        {who.affiliation && (
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
      <Cell at={reason === null ? "none" : "wide"} className="text-ink-2 py-2 wrap-anywhere">
        {reason ?? <NoValue />}
      </Cell>
    </Row>
  );
}
