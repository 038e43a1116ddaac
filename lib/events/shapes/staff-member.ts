import { z } from "zod";
import { Image } from "./image";

/** A person whom a customer books. userId, email and refreshToken are private and always "". */
export const StaffMember = z.object({
  id: z.string(),
  storeId: z.string(),
  userId: z.string(),
  scheduleId: z.string(),
  imageId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  slug: z.string(),
  refreshToken: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.string(),
  image: Image.nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;
