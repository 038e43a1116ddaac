import { noBilling } from "../shapes/buyer";
import type { OrderDetail } from "../shapes/order";
import type { Refund } from "../shapes/refund";
import type { TransactionBase } from "../shapes/transaction";
import { bookedAt, exampleAppointmentBase, exampleCustomer, exampleLine } from "./example-appointment";

const orderId = "01a20d58-f78f-7f19-9238-961857942afa";
const refundedAt = "2026-11-25T08:12:00.000Z";

const authorization: TransactionBase = {
  id: "01a20d58-f78f-7f19-9238-961a418d49dc",
  orderId,
  externalId: null,
  parentId: null,
  refundId: null,
  type: "authorization",
  amount: 38,
  currencyCode: "EUR",
  gateway: "stripe",
  provider: "stripe",
  status: "success",
  createdAt: bookedAt,
  updatedAt: null,
  deletedAt: null,
  refundableAmount: 0,
  refundedAmount: 0,
  isRefundable: false,
};

const capture: TransactionBase = {
  ...authorization,
  id: "01a20d58-f78f-7f19-9238-961b55fb4be6",
  parentId: authorization.id,
  type: "capture",
  refundableAmount: 38,
  isRefundable: true,
};

export const exampleCaptureId = capture.id;

export const exampleOrder: OrderDetail = {
  id: orderId,
  name: "1017",
  storeId: exampleAppointmentBase.storeId,
  customerId: exampleCustomer.id,
  cartId: "01a20d58-f78f-7f19-9238-961cde703319",
  externalId: null,
  externalName: null,
  gclid: null,
  paymentCurrencyCode: "EUR",
  taxesIncluded: true,
  customerFirstName: exampleCustomer.firstName,
  customerLastName: exampleCustomer.lastName,
  customerEmail: exampleCustomer.email,
  customerPhone: null,
  ...noBilling,
  createdAt: bookedAt,
  updatedAt: bookedAt,
  deletedAt: null,
  subtotal: 38,
  total: 38,
  totalTax: 0,
  dueToPay: 0,
  paidTotal: 38,
  refundedTotal: 0,
  balance: 38,
  dueToRefund: 0,
  isFullyPaid: true,
  isFullyRefunded: false,
  paymentStatus: "paid",
  refundStatus: "unrefunded",
  fulfillmentStatus: "unfulfilled",
  customer: exampleCustomer,
  lineItems: [
    { ...exampleLine, appointment: exampleAppointmentBase, addOnLineItems: [], refundLineItems: [] },
  ],
  transactions: [
    { ...authorization, parentTransaction: null, childTransactions: [capture], refund: null },
    { ...capture, parentTransaction: authorization, childTransactions: [], refund: null },
  ],
  refunds: [],
  logs: [
    {
      id: "01a20d58-f790-7e4c-a1d2-2f6f0a7be1c3",
      orderId,
      title: "Paid",
      description: "€38.00 by card",
      level: "info",
      createdAt: bookedAt,
      updatedAt: null,
    },
  ],
};

const refundId = "01a20d58-f78f-7f19-9238-961d81f76d1e";

const refundTransaction: TransactionBase = {
  ...capture,
  id: "01a20d58-f790-7a08-b3f1-5c0d9e62a417",
  parentId: capture.id,
  refundId,
  type: "refund",
  createdAt: refundedAt,
  refundableAmount: 0,
  isRefundable: false,
};

const bareRefund: Omit<Refund, "lineItems"> = {
  id: refundId,
  orderId,
  externalId: null,
  createdAt: refundedAt,
  updatedAt: null,
  total: 38,
  transactions: [refundTransaction],
};

export const exampleRefund: Refund = {
  ...bareRefund,
  lineItems: [
    {
      id: "01a20d58-f78f-7f19-9238-961e93dba0f6",
      refundId,
      externalId: null,
      lineItemId: exampleLine.id,
      quantity: 1,
      createdAt: refundedAt,
      updatedAt: null,
    },
  ],
};

const refundedCapture = { ...capture, refundableAmount: 0, refundedAmount: 38, isRefundable: false };

/** The booking was canceled before the money went back. */
export const exampleRefundedOrder: OrderDetail = {
  ...exampleOrder,
  subtotal: 0,
  refundedTotal: 38,
  balance: 0,
  isFullyRefunded: true,
  refundStatus: "fully-refunded",
  lineItems: exampleOrder.lineItems.map((line) => ({
    ...line,
    refundedQuantity: 1,
    refundableQuantity: 0,
    appointment: { ...exampleAppointmentBase, status: "canceled" },
    refundLineItems: exampleRefund.lineItems,
  })),
  transactions: [
    { ...authorization, parentTransaction: null, childTransactions: [refundedCapture], refund: null },
    {
      ...refundedCapture,
      parentTransaction: authorization,
      childTransactions: [refundTransaction],
      refund: null,
    },
    {
      ...refundTransaction,
      parentTransaction: refundedCapture,
      childTransactions: [],
      refund: bareRefund,
    },
  ],
  refunds: [exampleRefund],
  logs: [
    ...exampleOrder.logs,
    {
      id: "01a20d58-f790-7f21-8c55-93b06e1d4a70",
      orderId,
      title: "Refunded",
      description: "€38.00",
      level: "info",
      createdAt: refundedAt,
      updatedAt: null,
    },
  ],
  updatedAt: refundedAt,
};
