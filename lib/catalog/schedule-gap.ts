import { ScheduleGap } from "@/lib/events/contract";

/** 15 → "every-15-minutes". Throws for a grid that cannot be published. */
export const toScheduleGap = (minutes: number): ScheduleGap => ScheduleGap.parse(`every-${minutes}-minutes`);
