import { z } from "zod";
import { Product } from "./product";

export const Collection = z.object({
  id: z.string(),
  storeId: z.string(),
  title: z.string(),
  description: z.string(),
  slug: z.string(),
  isVisible: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.string(),
});
export type Collection = z.infer<typeof Collection>;

export const ProductCollection = Collection.extend({ products: z.array(Product) });
export type ProductCollection = z.infer<typeof ProductCollection>;
