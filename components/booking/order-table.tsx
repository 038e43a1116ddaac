import Link from "next/link";
import { RowsByDay } from "@/components/ui/rows-by-day";
import { Cell, HeadCell, NoValue, Row, rowLink, Table, TableBody, TableHead } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { StoreOrderListItem } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";
import type { Viewpoint } from "@/lib/platform/format-time";
import { PaymentStatus, RefundStatus } from "./order-looks";

/** Where an order's page is: `${base}/${id}`. */
type OrderTableProps = { orders: StoreOrderListItem[]; base: string; view: Viewpoint };

export function OrderTable({ orders, base, view }: OrderTableProps) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>Order</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>Customer</HeadCell>
        <HeadCell>Payment</HeadCell>
        <HeadCell>Refund</HeadCell>
        <HeadCell numeric>Total</HeadCell>
        <HeadCell numeric spare>
          Due
        </HeadCell>
      </TableHead>
      <TableBody>
        <RowsByDay
          items={orders}
          when={(order) => ({ iso: order.createdAt, zone: view.zone })}
          now={view.now}
          columns={8}
          row={(order) => <OrderRow order={order} base={base} />}
        />
      </TableBody>
    </Table>
  );
}

function OrderRow({ order, base }: { order: StoreOrderListItem; base: string }) {
  const { id, name, createdAt, what, customerName, currency, paymentStatus, refundStatus } = order;
  return (
    <Row>
      <Cell className="text-ink-3">
        <Time iso={createdAt} as="clock" />
      </Cell>
      <Cell at="left">
        <Link href={`${base}/${id}`} className={`${rowLink} font-[550] tabular-nums`}>
          <span className="desk:sr-only">Order </span>
          {name}
        </Link>
      </Cell>
      <Cell className="desk:max-w-[24ch] truncate">{what}</Cell>
      <Cell at="left" className="text-ink-2 truncate">
        {customerName}
      </Cell>
      <Cell at="right">
        <PaymentStatus status={paymentStatus} />
      </Cell>
      <Cell>{refundStatus === "unrefunded" ? <NoValue /> : <RefundStatus status={refundStatus} />}</Cell>
      <Cell at="right" numeric className="font-[550]">
        {formatMoney(order.totalMinor, currency)}
      </Cell>
      <Cell numeric spare className="text-ink-2">
        {order.dueToPayMinor > 0 ? formatMoney(order.dueToPayMinor, currency) : <NoValue />}
      </Cell>
    </Row>
  );
}
