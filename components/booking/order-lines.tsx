import Link from "next/link";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import type { StoreOrderDetail } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";
import { AgendaBadge } from "./agenda-badge";
import { productBar } from "./product-bar";
import { whenText } from "./when-text";

/** What was ordered, and what it comes to. `base`: where an appointment's page is. */
export function OrderLines({ order, base }: { order: StoreOrderDetail; base: string }) {
  const { lines, currency } = order;
  const money = (minor: number) => formatMoney(minor, currency);
  return (
    <>
      <Table roomy>
        <TableHead>
          <HeadCell>What</HeadCell>
          <HeadCell>When</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell numeric spare>
            Each
          </HeadCell>
          <HeadCell numeric>Quantity</HeadCell>
          <HeadCell numeric>Refunded</HeadCell>
          <HeadCell numeric>Total</HeadCell>
        </TableHead>
        <TableBody>
          {lines.map(({ id, appointment, unitPriceMinor, quantity, totalMinor, refundedQuantity }) => (
            <Row key={id}>
              <Cell at="left">
                {appointment ? (
                  <Link
                    href={`${base}/${appointment.id}`}
                    style={productBar(appointment.product.color)}
                    className={`${rowLink} inline-flex items-center gap-2 font-[550]`}
                  >
                    <i aria-hidden="true" className="h-4 w-1 flex-none rounded-[1px] bg-(--bar)" />
                    {appointment.product.title}
                  </Link>
                ) : (
                  <NoValue word="gone" />
                )}
              </Cell>
              <Cell at="left" className="text-ink-2">
                {appointment ? whenText(appointment) : <NoValue />}
              </Cell>
              <Cell at="right">{appointment && <AgendaBadge status={appointment.status} />}</Cell>
              <Cell numeric spare className="text-ink-2">
                {money(unitPriceMinor)}
              </Cell>
              <Cell numeric className="text-ink-2">
                {quantity}
              </Cell>
              <Cell numeric className="text-ink-2">
                {refundedQuantity > 0 ? refundedQuantity : <NoValue />}
              </Cell>
              <Cell at="right" numeric>
                {money(totalMinor)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <dl className="border-line text-dense desk:px-4.5 ml-auto grid grid-cols-[1fr_auto] gap-x-9 gap-y-1.5 border-t px-3.5 py-3.5 text-right">
        <Sum name="Ordered" amount={money(order.totalMinor)} />
        {order.subtotalMinor !== order.totalMinor && (
          <Sum name="Without what was canceled" amount={money(order.subtotalMinor)} />
        )}
        <Sum name="Paid" amount={money(order.paidMinor)} />
        {order.refundedMinor > 0 && <Sum name="Refunded" amount={`−${money(order.refundedMinor)}`} />}
        {order.dueToPayMinor > 0 && <Sum name="Due" amount={money(order.dueToPayMinor)} isStrong />}
        {order.dueToRefundMinor > 0 && (
          <Sum name="Owed to the customer" amount={money(order.dueToRefundMinor)} isStrong />
        )}
      </dl>
    </>
  );
}

function Sum({ name, amount, isStrong }: { name: string; amount: string; isStrong?: boolean }) {
  return (
    <>
      <dt className={isStrong ? "font-semibold" : "text-ink-3"}>{name}</dt>
      <dd className={isStrong ? "font-semibold tabular-nums" : "tabular-nums"}>{amount}</dd>
    </>
  );
}
