import type { Prisma } from "@/lib/platform/db";

const inTime = { orderBy: { id: "asc" } } as const;

/** What an order's published shape is made of, in the order in which it came to be. */
export const orderTree = {
  customer: true,
  lines: { include: { appointment: true, refundLines: inTime }, ...inTime },
  transactions: inTime,
  payments: inTime,
  refunds: { include: { lines: inTime }, ...inTime },
  logs: inTime,
} as const satisfies Prisma.OrderInclude;

/** What its amounts and statuses are made of. */
export const ledgerTree = {
  lines: { include: { appointment: { select: { status: true } } } },
  transactions: true,
} as const satisfies Prisma.OrderInclude;

export type OrderTree = Prisma.OrderGetPayload<{ include: typeof orderTree }>;
