import type { Prisma } from "@/lib/platform/db";

/** What an order's published shape is made of, in the order in which it came to be. */
export const orderTree = {
  customer: true,
  lines: { include: { appointment: true }, orderBy: { id: "asc" } },
  transactions: { orderBy: { id: "asc" } },
} as const satisfies Prisma.OrderInclude;

export type OrderTree = Prisma.OrderGetPayload<{ include: typeof orderTree }>;
