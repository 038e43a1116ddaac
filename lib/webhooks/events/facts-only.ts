import { operationalTypes } from "@/lib/events";
import type { Prisma } from "@/lib/platform/db";

/** Events that tell of the store's bookings: no examples, and nothing about its endpoints. */
export const factsOnly = {
  isTest: false,
  NOT: { type: { in: [...operationalTypes] } },
} satisfies Prisma.EventWhereInput;
