import { CartPayment, noBilling, type Cart, type CartItem } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { toMajor } from "@/lib/platform/money";
import { loadBooked, type Booked } from "../appointments/load-booked";
import { toAppointment } from "../appointments/to-appointment";
import { toCustomerSeenBy } from "../customers/to-customer";
import { lineAmounts } from "../line-amounts";
import { cartNotFound } from "./cart-state";

const cartTree = {
  customer: true,
  items: { include: { appointment: true }, orderBy: { id: "asc" } },
  payments: { orderBy: { id: "asc" } },
} as const satisfies Prisma.CartInclude;

type Row = Prisma.CartGetPayload<{ include: typeof cartTree }>;

/** The cart with all that a client draws of it, whatever its state. Throws `not-found`. */
export async function readCart(tx: Tx, ctx: Ctx, cartId: string): Promise<Cart> {
  const { storeId } = ctx;
  const row = await tx.cart.findFirst({ where: { storeId, id: cartId }, include: cartTree });
  if (!row) throw cartNotFound();
  const bookedOf = await loadBooked(
    tx,
    row,
    row.items.map((item) => item.appointment),
  );
  return toCart(ctx, row, bookedOf);
}

function toCart(ctx: Ctx, row: Row, bookedOf: (appointment: Prisma.AppointmentModel) => Booked): Cart {
  const { currency } = row;
  const totalMinor = row.items.reduce((sum, item) => sum + item.unitPriceMinor * item.quantity, 0);
  const given = {
    firstName: row.customerFirstName,
    lastName: row.customerLastName,
    phone: row.customerPhone,
  };
  const customer = row.customer && toCustomerSeenBy(ctx, row.customer, given);
  return {
    id: row.id,
    storeId: row.storeId,
    customerId: row.customerId,
    customerFirstName: given.firstName ?? customer?.firstName ?? null,
    customerLastName: given.lastName ?? customer?.lastName ?? null,
    customerEmail: customer?.email ?? null,
    customerPhone: given.phone ?? customer?.phone ?? null,
    ...noBilling,
    status: row.status === "converted" || row.status === "abandoned" ? row.status : "active",
    paymentCurrencyCode: currency,
    taxesIncluded: true,
    expiresAt: row.expiresAt.toISOString(),
    extensionsCount: row.extensionsCount,
    appliedDiscountCode: null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    subtotal: toMajor(totalMinor, currency),
    totalTax: 0,
    total: toMajor(totalMinor, currency),
    appliedDiscounts: [],
    creditCovered: null,
    creditRemaining: null,
    creditValueType: null,
    customer,
    items: row.items.map((item) => toItem(item, currency, bookedOf(item.appointment))),
    payments: row.payments.map(toPayment),
  };
}

function toItem(item: Row["items"][number], currency: string, booked: Booked): CartItem {
  const amounts = lineAmounts(item, currency);
  return {
    id: item.id,
    cartId: item.cartId,
    appointmentId: item.appointmentId,
    ...amounts,
    lineSubtotal: amounts.discountedSubtotal,
    lineTax: amounts.totalTax,
    discounts: [],
    appointment: toAppointment(item.appointment, booked),
    addOnItems: [],
    createdAt: item.createdAt.toISOString(),
    updatedAt: null,
    deletedAt: null,
  };
}

function toPayment(row: Row["payments"][number]): CartPayment {
  return {
    id: row.id,
    cartId: row.cartId,
    orderId: row.orderId,
    provider: { name: row.provider },
    providerReference: row.id,
    status: CartPayment.shape.status.parse(row.status),
    amount: toMajor(row.amountMinor, row.currency),
    currency: row.currency,
    capturedAmount: toMajor(row.capturedMinor, row.currency),
    authorizedUntil: row.authorizedUntil?.toISOString() ?? null,
    clientSecret: null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
