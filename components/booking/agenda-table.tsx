import Link from "next/link";
import { RowsByDay } from "@/components/ui/rows-by-day";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import type { AgendaItem } from "@/lib/booking/contract";
import { AgendaBadge } from "./agenda-badge";
import { productBar } from "./product-bar";
import { clockText } from "./when-text";

/** Where an appointment's page is: `${base}/${id}`. */
type AgendaTableProps = { items: AgendaItem[]; base: string; now: string };

/** Appointments in order of time, each by the clocks of its place. */
export function AgendaTable({ items, base, now }: AgendaTableProps) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Status</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>Customer</HeadCell>
        <HeadCell>With</HeadCell>
        <HeadCell spare>Location</HeadCell>
        <HeadCell numeric>Number</HeadCell>
      </TableHead>
      <TableBody>
        <RowsByDay
          items={items}
          when={(item) => ({ iso: item.from, zone: item.zone })}
          now={now}
          columns={7}
          row={(item) => <AgendaRow item={item} base={base} />}
        />
      </TableBody>
    </Table>
  );
}

function AgendaRow({ item, base }: { item: AgendaItem; base: string }) {
  const { id, name, status, from, to, zone, product, customerName, staffMember, location } = item;
  const title = <span className={status === "canceled" ? "line-through" : undefined}>{product.title}</span>;
  return (
    <Row>
      <Cell at="right" className="tabular-nums">
        <time dateTime={from}>{clockText(from, zone)}</time>
        <span className="text-ink-3"> to {clockText(to, zone)}</span>
      </Cell>
      <Cell at="left">
        <AgendaBadge status={status} />
      </Cell>
      <Cell at="left">
        <Link
          href={`${base}/${id}`}
          style={productBar(product.color)}
          className={`${rowLink} inline-flex items-center gap-2 font-[550]`}
        >
          <i aria-hidden="true" className="h-4 w-1 flex-none rounded-[1px] bg-(--bar)" />
          {title}
          <span className="sr-only">{`, appointment ${name}`}</span>
        </Link>
      </Cell>
      <Cell at="right" className="text-ink-2">
        {customerName ?? <NoValue word="nobody yet" />}
      </Cell>
      <Cell className="text-ink-2">{staffMember?.name ?? <NoValue />}</Cell>
      <Cell spare className="text-ink-2">
        {location?.title ?? <NoValue />}
      </Cell>
      <Cell numeric className="text-ink-2">
        {name}
      </Cell>
    </Row>
  );
}
