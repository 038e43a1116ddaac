import { z } from "zod";

/** The money of one line, in major units. discountedTotal holds the tax unless prices include it. */
export const lineAmounts = {
  originalUnitPrice: z.number(),
  discountedUnitPrice: z.number(),
  unitTaxAmount: z.number(),
  quantity: z.number(),
  originalSubtotal: z.number(),
  totalDiscount: z.number(),
  discountedSubtotal: z.number(),
  totalTax: z.number(),
  discountedTotal: z.number(),
};

export const rowDates = {
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
};
