import { z } from "zod";
import { AddOn } from "./add-on";
import { AppointmentBase } from "./appointment";
import { buyerSnapshot } from "./buyer";
import { Customer } from "./customer";
import { rowDates } from "./line-amounts";
import { AddOnLineItem, AddOnLineItemDetail, LineItemBase, RefundLineItem } from "./line-item";
import { Refund, TransactionDetail } from "./refund";
import { TransactionBase } from "./transaction";

/** All amounts are major units of paymentCurrencyCode. `total` holds canceled lines too, `subtotal` and `totalTax` do not. */
export const OrderBase = z.object({
  id: z.string(),
  name: z.string().describe("Its number for people, counted per store: 1001."),
  storeId: z.string().nullable(),
  customerId: z.string().nullable(),
  cartId: z.string().nullable(),
  externalId: z.string().nullable(),
  externalName: z.string().nullable(),
  gclid: z.string().nullable(),
  paymentCurrencyCode: z.string().describe("The currency of all amounts, which are major units: 12.5."),
  taxesIncluded: z.boolean(),
  ...buyerSnapshot,
  ...rowDates,
  subtotal: z.number().describe("Of the lines that are not canceled."),
  total: z.number().describe("Of all lines, canceled ones too."),
  totalTax: z.number(),
  dueToPay: z.number().describe("What the customer still has to pay."),
  paidTotal: z.number(),
  refundedTotal: z.number(),
  balance: z.number().describe("Paid less refunded."),
  dueToRefund: z.number().describe("What is owed to the customer for what was canceled."),
  isFullyPaid: z.boolean(),
  isFullyRefunded: z.boolean(),
  paymentStatus: z.enum(["unpaid", "paid", "partially-paid"]),
  refundStatus: z.enum(["refund-owed", "partially-refunded", "fully-refunded", "unrefunded"]),
  fulfillmentStatus: z.enum(["partially-fulfilled", "fulfilled", "unfulfilled"]),
});
export type OrderBase = z.infer<typeof OrderBase>;

export const OrderListItem = OrderBase.extend({
  customer: Customer,
  lineItems: z.array(
    LineItemBase.extend({ appointment: AppointmentBase.nullable(), addOnLineItems: z.array(AddOnLineItem) }),
  ),
  transactions: z.array(TransactionBase),
});
export type OrderListItem = z.infer<typeof OrderListItem>;

export const OrderLineItemDetail = LineItemBase.extend({
  appointment: AppointmentBase.nullable(),
  addOnLineItems: z.array(AddOnLineItemDetail),
  refundLineItems: z.array(RefundLineItem),
});
export type OrderLineItemDetail = z.infer<typeof OrderLineItemDetail>;

const orderDetailFields = {
  lineItems: z.array(OrderLineItemDetail),
  transactions: z.array(TransactionDetail),
  logs: z.array(
    z.object({
      id: z.string(),
      orderId: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      level: z.enum(["info", "error"]),
      createdAt: z.iso.datetime(),
      updatedAt: z.iso.datetime().nullable(),
    }),
  ),
};

/** What GET /orders/{id} answers and what events about orders carry. */
export const OrderDetail = OrderBase.extend({
  ...orderDetailFields,
  customer: Customer,
  refunds: z.array(Refund),
});
export type OrderDetail = z.infer<typeof OrderDetail>;

export const CheckoutOrder = OrderBase.extend({ ...orderDetailFields, customer: Customer.nullable() });
export type CheckoutOrder = z.infer<typeof CheckoutOrder>;

/** The order as an appointment's detail holds it. */
export const AppointmentOrder = OrderBase.extend({
  transactions: z.array(TransactionBase),
  lineItems: z.array(
    LineItemBase.extend({
      appointment: AppointmentBase.nullable(),
      addOnLineItems: z.array(AddOnLineItem.extend({ addOn: AddOn.nullable() })),
    }),
  ),
});
export type AppointmentOrder = z.infer<typeof AppointmentOrder>;
