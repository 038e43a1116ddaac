import { z } from "zod";

export const scheduleGaps = [
  "every-10-minutes",
  "every-15-minutes",
  "every-20-minutes",
  "every-30-minutes",
  "every-60-minutes",
] as const;
export const ScheduleGap = z.enum(scheduleGaps);
export type ScheduleGap = z.infer<typeof ScheduleGap>;

export const Schedule = z.object({
  id: z.string(),
  storeId: z.string(),
  name: z.string().nullable(),
  timezone: z.string(),
  scheduleGap: ScheduleGap,
  /** Seconds kept free after every appointment. */
  appointmentsGap: z.number(),
  /** -1: no limit. */
  advanceScheduleDays: z.number(),
  availabilityType: z.enum(["continuous", "recurring", "non-recurring"]),
  status: z.enum(["active", "inactive"]),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
});
export type Schedule = z.infer<typeof Schedule>;
