import clsx from "clsx";
import type { StoreOrderListItem } from "@/lib/booking/contract";

type Payment = StoreOrderListItem["paymentStatus"];
type Refund = StoreOrderListItem["refundStatus"];

export const paymentWords: Record<Payment, string> = {
  unpaid: "Unpaid",
  "partially-paid": "Partly paid",
  paid: "Paid",
};
export const refundWords: Record<Refund, string> = {
  unrefunded: "Not refunded",
  "partially-refunded": "Partly refunded",
  "refund-owed": "Refund owed",
  "fully-refunded": "Refunded",
};
const tones = {
  unpaid: "text-held",
  "partially-paid": "text-held",
  paid: "text-delivered",
  unrefunded: "text-ink-3",
  "partially-refunded": "text-ink-2",
  "refund-owed": "text-failed",
  "fully-refunded": "text-ink-2",
} satisfies Record<Payment | Refund, string>;

/** How full the disc is, and which way the money went. */
const drawings: Record<Payment | Refund, "empty" | "half" | "full" | "back" | "owed"> = {
  unpaid: "empty",
  "partially-paid": "half",
  paid: "full",
  unrefunded: "empty",
  "partially-refunded": "back",
  "refund-owed": "owed",
  "fully-refunded": "back",
};

export const PaymentStatus = ({ status }: { status: Payment }) => (
  <Status status={status} word={paymentWords[status]} />
);

export const RefundStatus = ({ status }: { status: Refund }) => (
  <Status status={status} word={refundWords[status]} />
);

function Status({ status, word }: { status: Payment | Refund; word: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-medium whitespace-nowrap", tones[status])}>
      <MoneyGlyph drawing={drawings[status]} />
      {word}
    </span>
  );
}

function MoneyGlyph({ drawing }: { drawing: (typeof drawings)[Payment] }) {
  const pen = { fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round" } as const;
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3.5 flex-none">
      {drawing === "full" ? (
        <circle cx="8" cy="8" r="7" fill="currentColor" />
      ) : (
        <circle cx="8" cy="8" r="6.2" {...pen} />
      )}
      {drawing === "half" && <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />}
      {drawing === "back" && <path d="M11 8H5m2.4-2.6L4.8 8l2.6 2.6" {...pen} />}
      {drawing === "owed" && <path d="M8 4.6v4.2m0 2.4v.2" {...pen} strokeWidth={1.9} />}
    </svg>
  );
}
