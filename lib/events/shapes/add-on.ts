import { z } from "zod";
import { Image } from "./image";
import { Location } from "./location";
import { Product, ProductColor } from "./product";
import { StaffMember } from "./staff-member";

export const AddOn = z.object({
  id: z.string(),
  externalId: z.string(),
  externalVariantId: z.string(),
  storeId: z.string(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  imageId: z.string(),
  color: ProductColor,
  /** Major units. */
  price: z.number(),
  taxable: z.boolean(),
  durationMultiplied: z.boolean(),
  maxQuantity: z.number().min(1).nullable(),
  status: z.enum(["active", "inactive"]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.string(),
  image: Image.nullable(),
});
export type AddOn = z.infer<typeof AddOn>;

export const AddOnListItem = AddOn.extend({
  products: z.array(Product),
  locations: z.array(Location),
  staffMembers: z.array(StaffMember),
});
export type AddOnListItem = z.infer<typeof AddOnListItem>;
