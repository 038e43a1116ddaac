import { z } from "zod";

export const Location = z.object({
  id: z.string(),
  storeId: z.string(),
  scheduleId: z.string().nullable(),
  title: z.string().nullable(),
  description: z.string().nullable(),
  slug: z.string(),
  type: z.enum(["physical", "online", "delivery"]),
  link: z.string().nullable(),
  addressLine1: z.string().nullable(),
  addressLine2: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
  /** The address in one line. */
  displayAddress: z.string().nullable(),
  addressPlaceId: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  address: z.string().nullable(),
});
export type Location = z.infer<typeof Location>;
