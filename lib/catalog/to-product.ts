import { ProductColor, type Product } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";
import { toMajor } from "@/lib/platform/money";

/** `currency` is the store's. */
export function toProduct(row: Prisma.ProductModel, currency: string): Product {
  return {
    id: row.id,
    productId: row.groupId,
    externalId: "",
    externalVariantId: "",
    storeId: row.storeId,
    slug: row.slug,
    scheduleId: row.scheduleId ?? "",
    productPoolId: null,
    title: row.title,
    variantTitle: row.variantTitle,
    description: row.description,
    imageId: "",
    color: ProductColor.catch("slate").parse(row.color),
    price: toMajor(row.priceMinor, currency),
    taxable: false,
    duration: row.durationSeconds,
    allowCustomDuration: row.allowCustomDuration,
    maxDuration: row.maxDurationSeconds,
    maxAttendees: row.maxAttendees,
    maxGuests: null,
    allowGuests: false,
    allowCustomerReschedule: row.allowCustomerReschedule,
    allowCustomerCancel: row.allowCustomerCancel,
    rescheduleGap: row.rescheduleGapSeconds,
    cancelGap: row.cancelGapSeconds,
    beforeGap: row.beforeGapSeconds,
    afterGap: row.afterGapSeconds,
    fixedTimes: false,
    fixedStartTime: "",
    fixedEndTime: "",
    advanceScheduleThreshold: row.advanceScheduleDays,
    sendConfirmationEmail: true,
    sendReminderEmail: false,
    sendFeedbackEmail: false,
    skipCheckout: false,
    status: row.status === "active" ? "active" : "inactive",
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: "",
    image: null,
  };
}
