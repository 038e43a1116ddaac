import { z } from "zod";
import { AddOn } from "./add-on";
import { AppointmentBase } from "./appointment";
import { buyerSnapshot } from "./buyer";
import { Customer } from "./customer";
import { lineAmounts, rowDates } from "./line-amounts";
import { Location } from "./location";
import { Product } from "./product";
import { Schedule } from "./schedule";
import { StaffMember } from "./staff-member";

const LineDiscount = z.object({
  discountId: z.string(),
  title: z.string(),
  amountPerUnit: z.number(),
  valueType: z.enum(["percentage", "fixed_amount", "time"]),
  value: z.number(),
  targetType: z.enum(["base", "add_on"]),
});

const withSchedule = { schedule: Schedule.nullable() };

/** An appointment in a cart also shows the schedules that bound it. */
export const CartAppointment = AppointmentBase.extend({
  product: Product.extend(withSchedule),
  staffMember: StaffMember.extend(withSchedule).nullable(),
  location: Location.extend(withSchedule).nullable(),
});
export type CartAppointment = z.infer<typeof CartAppointment>;

export const CartItem = z.object({
  id: z.string(),
  cartId: z.string(),
  appointmentId: z.string(),
  ...lineAmounts,
  ...rowDates,
  discounts: z.array(LineDiscount),
  addOnSubtotal: z.number(),
  addOnTotalTax: z.number(),
  appointment: CartAppointment.nullable(),
  addOnItems: z.array(
    z.object({
      id: z.string(),
      cartId: z.string(),
      cartItemId: z.string(),
      addOnId: z.string(),
      ...lineAmounts,
      ...rowDates,
      discounts: z.array(LineDiscount),
      addOn: AddOn.nullable(),
    }),
  ),
  /** Older names of discountedSubtotal and totalTax, which clients still read. */
  lineSubtotal: z.number(),
  lineTax: z.number(),
});
export type CartItem = z.infer<typeof CartItem>;

export const CartPayment = z.object({
  id: z.string(),
  cartId: z.string(),
  orderId: z.string().nullable(),
  /** `{ "name": "cash" }` */
  provider: z.record(z.string(), z.unknown()),
  providerReference: z.string().nullable(),
  status: z.enum(["created", "authorized", "captured", "failed", "voided", "refunded"]),
  /** Major units. */
  amount: z.number(),
  currency: z.string(),
  capturedAmount: z.number(),
  authorizedUntil: z.iso.datetime().nullable(),
  clientSecret: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
});
export type CartPayment = z.infer<typeof CartPayment>;

/** All amounts are major units of paymentCurrencyCode. */
export const Cart = z.object({
  id: z.string(),
  storeId: z.string(),
  customerId: z.string().nullable(),
  ...buyerSnapshot,
  status: z.enum(["active", "converted", "abandoned"]),
  paymentCurrencyCode: z.string(),
  taxesIncluded: z.boolean(),
  expiresAt: z.iso.datetime().nullable(),
  extensionsCount: z.number(),
  appliedDiscountCode: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  subtotal: z.number(),
  totalTax: z.number(),
  total: z.number(),
  appliedDiscounts: z.array(
    z.object({ id: z.string(), title: z.string(), totalAmount: z.number(), code: z.string().nullable() }),
  ),
  creditCovered: z.number().nullable(),
  creditRemaining: z.number().nullable(),
  creditValueType: z.string().nullable(),
  customer: Customer.nullable(),
  items: z.array(CartItem),
  payments: z.array(CartPayment),
});
export type Cart = z.infer<typeof Cart>;
