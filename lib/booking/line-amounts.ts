import { toMajor } from "@/lib/platform/money";

type Line = { unitPriceMinor: number; quantity: number };

/** The money of one line of a cart or an order. There are no discounts, taxes and add-ons yet. */
export function lineAmounts({ unitPriceMinor, quantity }: Line, currency: string) {
  const unitPrice = toMajor(unitPriceMinor, currency);
  const subtotal = toMajor(unitPriceMinor * quantity, currency);
  return {
    originalUnitPrice: unitPrice,
    discountedUnitPrice: unitPrice,
    unitTaxAmount: 0,
    quantity,
    originalSubtotal: subtotal,
    totalDiscount: 0,
    discountedSubtotal: subtotal,
    totalTax: 0,
    discountedTotal: subtotal,
    addOnSubtotal: 0,
    addOnTotalTax: 0,
  };
}
