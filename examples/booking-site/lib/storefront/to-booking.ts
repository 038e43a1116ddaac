import type { CheckoutOrder, OrderDetailResponse } from "@opencals/storefront-sdk";
import { toKept } from "./to-kept";
import type { Booking } from "./types";

export function toBooking(order: CheckoutOrder | OrderDetailResponse): Booking {
  return {
    id: order.id,
    name: order.name,
    times: (order.lineItems ?? []).flatMap(({ appointment }) => (appointment ? [toKept(appointment)] : [])),
    total: order.total,
    due: order.dueToPay,
    currency: order.paymentCurrencyCode,
    email: order.customerEmail ?? order.customer?.email ?? "",
  };
}
