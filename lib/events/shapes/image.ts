import { z } from "zod";

export const Image = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  url: z.string(),
  filename: z.string().nullable(),
  mime: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  storeId: z.string().nullable(),
});
export type Image = z.infer<typeof Image>;
