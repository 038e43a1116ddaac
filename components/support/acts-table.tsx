import Link from "next/link";
import { Cell, HeadCell, NoValue, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AuditListItem } from "@/lib/identity/contract";

type Act = AuditListItem & { store: { slug: string; name: string } };

/** What our own people did for merchants, and why. */
export function ActsTable({ acts }: { acts: Act[] }) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Who</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>Store</HeadCell>
        <HeadCell>Reason, shown to the merchant</HeadCell>
      </TableHead>
      <TableBody>
        {acts.map(({ id, at, who, what, store, reason }) => (
          <Row key={id}>
            <Cell at="right" className="text-ink-3">
              <Time iso={at} as="planned" />
            </Cell>
            <Cell at="right" className="whitespace-nowrap">
              {who.name}
            </Cell>
            <Cell at="left" className="font-semibold">
              {what}
            </Cell>
            <Cell at="left" className="whitespace-nowrap">
              <Link href={`/support/stores/${store.slug}`} className="link">
                {store.name}
              </Link>
            </Cell>
            <Cell at="wide" className="text-ink-2 wrap-anywhere">
              {reason ?? <NoValue />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
