import { z } from "zod";
import { CustomerAddress } from "./address";

/** What a cart or an order remembers of who buys, whatever becomes of the customer. */
export const buyerSnapshot = {
  customerFirstName: z.string().nullable(),
  customerLastName: z.string().nullable(),
  customerEmail: z.string().nullable(),
  customerPhone: z.string().nullable(),
  billingAddressId: z.string().nullable(),
  deliveryAddressId: z.string().nullable(),
  billingFirstName: z.string().nullable(),
  billingLastName: z.string().nullable(),
  billingCompanyName: z.string().nullable(),
  billingTaxRegistrationId: z.string().nullable(),
  billingAddressLine1: z.string().nullable(),
  billingAddressLine2: z.string().nullable(),
  billingCity: z.string().nullable(),
  billingState: z.string().nullable(),
  billingPostalCode: z.string().nullable(),
  billingCountry: z.string().nullable(),
  billingAddress: CustomerAddress.nullable(),
  deliveryAddress: CustomerAddress.nullable(),
};

/** The parts of a buyer that nothing asks for yet. */
export const noBilling = {
  billingAddressId: null,
  deliveryAddressId: null,
  billingFirstName: null,
  billingLastName: null,
  billingCompanyName: null,
  billingTaxRegistrationId: null,
  billingAddressLine1: null,
  billingAddressLine2: null,
  billingCity: null,
  billingState: null,
  billingPostalCode: null,
  billingCountry: null,
  billingAddress: null,
  deliveryAddress: null,
} as const;
