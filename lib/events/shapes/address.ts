import { z } from "zod";

export const CustomerAddress = z.object({
  id: z.string(),
  storeId: z.string(),
  customerId: z.string(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  companyName: z.string().nullish(),
  taxRegistrationId: z.string().nullish(),
  addressLine1: z.string().nullish(),
  addressLine2: z.string().nullish(),
  city: z.string().nullish(),
  state: z.string().nullish(),
  postalCode: z.string().nullish(),
  country: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  isDefault: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  formattedAddress: z.string(),
});
export type CustomerAddress = z.infer<typeof CustomerAddress>;
