import { z } from "zod";
import { AddOn } from "./add-on";
import { Collection } from "./collection";
import { Image } from "./image";
import { Location } from "./location";
import { Product } from "./product";
import { QuestionBase } from "./question";
import { Schedule } from "./schedule";
import { StaffMember } from "./staff-member";

const ProductPool = z.object({
  id: z.string(),
  storeId: z.string(),
  name: z.string(),
  description: z.string(),
  status: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string(),
});

const bookableWith = {
  staffMembers: z.array(StaffMember.extend({ locations: z.array(Location) })),
  locations: z.array(Location.extend({ staffMembers: z.array(StaffMember) })),
  images: z.array(Image),
};

export const ProductVariant = Product.extend({
  ...bookableWith,
  schedule: Schedule.nullable(),
  collections: z.array(Collection),
  productPool: ProductPool.nullable(),
});
export type ProductVariant = z.infer<typeof ProductVariant>;

/** A group, shown as its first variant; `variants` holds all of them, itself included. */
export const ProductListItem = Product.extend({ variants: z.array(ProductVariant) });
export type ProductListItem = z.infer<typeof ProductListItem>;

/** One variant, found by its slug, with all variants of its group. */
export const ProductSlug = Product.extend({ variants: z.array(Product.extend(bookableWith)) });
export type ProductSlug = z.infer<typeof ProductSlug>;

export const ProductDetail = Product.extend({
  staffMembers: z.array(StaffMember),
  locations: z.array(Location),
  images: z.array(Image),
  schedule: Schedule.nullable(),
  collections: z.array(Collection),
  productPool: ProductPool.nullable(),
  feedbackQuestions: z.array(QuestionBase),
  checkoutQuestions: z.array(QuestionBase),
  variants: z.array(Product),
  addOns: z.array(AddOn),
});
export type ProductDetail = z.infer<typeof ProductDetail>;
