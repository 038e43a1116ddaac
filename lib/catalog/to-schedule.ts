import { ScheduleGap, type Schedule } from "@/lib/events/contract";
import type { Prisma } from "@/lib/platform/db";

export function toSchedule(row: Prisma.ScheduleModel): Schedule {
  return {
    id: row.id,
    storeId: row.storeId,
    name: row.name,
    timezone: row.timezone,
    scheduleGap: ScheduleGap.parse(`every-${row.gapMinutes}-minutes`),
    appointmentsGap: row.appointmentsGapSeconds,
    advanceScheduleDays: row.advanceScheduleDays,
    availabilityType: "recurring",
    status: row.status === "active" ? "active" : "inactive",
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: null,
  };
}
