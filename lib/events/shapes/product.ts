import { z } from "zod";
import { Image } from "./image";

export const productColors = [
  "slate",
  "gray",
  "zinc",
  "neutral",
  "stone",
  "red",
  "orange",
  "amber",
  "yellow",
  "lime",
  "green",
  "emerald",
  "teal",
  "cyan",
  "sky",
  "blue",
  "indigo",
  "violet",
  "purple",
  "fuchsia",
  "pink",
  "rose",
] as const;
export const ProductColor = z.enum(productColors);
export type ProductColor = z.infer<typeof ProductColor>;

/** One bookable unit. What is absent is "" where the type is a plain string. Durations and gaps are seconds. */
export const Product = z.object({
  id: z.string(),
  /** Of the group that its variants share. */
  productId: z.string(),
  externalId: z.string(),
  externalVariantId: z.string(),
  storeId: z.string(),
  slug: z.string(),
  scheduleId: z.string(),
  productPoolId: z.string().nullable(),
  title: z.string(),
  variantTitle: z.string(),
  description: z.string(),
  imageId: z.string(),
  color: ProductColor,
  /** Major units. */
  price: z.number(),
  taxable: z.boolean(),
  duration: z.number(),
  allowCustomDuration: z.boolean(),
  /** -1: no limit. */
  maxDuration: z.number(),
  maxAttendees: z.number(),
  maxGuests: z.number().nullable(),
  allowGuests: z.boolean(),
  allowCustomerReschedule: z.boolean(),
  allowCustomerCancel: z.boolean(),
  rescheduleGap: z.number(),
  cancelGap: z.number(),
  beforeGap: z.number(),
  afterGap: z.number(),
  fixedTimes: z.boolean(),
  fixedStartTime: z.string(),
  fixedEndTime: z.string(),
  /** Days; -1: the schedule's or the store's limit holds. */
  advanceScheduleThreshold: z.number(),
  sendConfirmationEmail: z.boolean(),
  sendReminderEmail: z.boolean(),
  sendFeedbackEmail: z.boolean(),
  skipCheckout: z.boolean(),
  status: z.enum(["active", "inactive"]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  deletedAt: z.string(),
  image: Image.nullable(),
});
export type Product = z.infer<typeof Product>;
