import type { StaffMember } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";

export function toStaffMember(row: Prisma.StaffMemberModel): StaffMember {
  return {
    id: row.id,
    storeId: row.storeId,
    userId: "",
    scheduleId: row.scheduleId ?? "",
    imageId: "",
    firstName: row.firstName,
    lastName: row.lastName,
    email: "",
    slug: row.slug,
    refreshToken: "",
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: "",
    image: null,
  };
}
