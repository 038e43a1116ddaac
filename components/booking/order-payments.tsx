import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { Time } from "@/components/ui/time";
import type { StoreTransaction } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";

const gateways: Record<string, string> = {
  stripe: "card",
  cash: "cash",
  bank_transfer: "bank transfer",
  shopify: "Shopify",
};

/** Every movement of an order's money, in the order in which it happened. */
export function OrderPayments({
  transactions,
  currency,
}: {
  transactions: StoreTransaction[];
  currency: string;
}) {
  return (
    <Table>
      <TableHead>
        <HeadCell>Time</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell>How</HeadCell>
        <HeadCell numeric>Amount</HeadCell>
      </TableHead>
      <TableBody>
        {transactions.map((transaction) => {
          const { id, type, status, gateway, amountMinor, createdAt } = transaction;
          const isFailed = status === "failed";
          return (
            <Row key={id}>
              <Cell at="right" className="text-ink-3">
                <Time iso={createdAt} />
              </Cell>
              <Cell at="left">
                <span className={`inline-flex items-center gap-1.5 ${isFailed ? "text-failed" : ""}`}>
                  {isFailed && <StatusGlyph glyph="failed" className="size-3.5" />}
                  {status === "pending" && <StatusGlyph glyph="pending" className="size-3.5" />}
                  {say(transaction)}
                </span>
              </Cell>
              <Cell at="left" className="text-ink-2">
                {gateways[gateway] ?? gateway}
              </Cell>
              <Cell
                at="right"
                numeric
                className={isFailed || type === "void" ? "text-ink-3 line-through" : ""}
              >
                {type === "refund" && "−"}
                {formatMoney(amountMinor, currency)}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}

function say({ type, status }: StoreTransaction): string {
  const words = {
    sale: ["Paid", "Expected", "Not paid"],
    authorization: ["Authorized", "Authorizing", "Declined"],
    capture: ["Captured", "Capturing", "Not captured"],
    void: ["Voided", "Voiding", "Not voided"],
    refund: ["Refunded", "Refunding", "Not refunded"],
  }[type];
  return words[{ success: 0, pending: 1, failed: 2 }[status]]!;
}
