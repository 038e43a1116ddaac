import { z } from "zod";

export const PageMeta = z.object({
  page: z.number().min(1),
  take: z.number().min(1),
  itemCount: z.number().min(0),
  pageCount: z.number().min(0),
  hasPreviousPage: z.boolean(),
  hasNextPage: z.boolean(),
});
export type PageMeta = z.infer<typeof PageMeta>;
