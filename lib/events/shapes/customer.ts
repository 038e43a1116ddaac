import { z } from "zod";

export const Customer = z.object({
  id: z.string(),
  externalId: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Never given. */
  password: z.null(),
  storeId: z.string(),
  language: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  emailVerifiedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  isEmailVerified: z.boolean(),
  isPasswordSet: z.boolean(),
});
export type Customer = z.infer<typeof Customer>;
