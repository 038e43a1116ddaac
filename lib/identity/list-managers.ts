import { db } from "@/lib/platform/db";
import type { Ctx } from "./context";

/** Those who may change the store's webhooks, and so are told when one is in trouble: its owners and developers. */
export async function listManagers(ctx: Ctx): Promise<{ id: string; name: string; email: string }[]> {
  const memberships = await (ctx.tx ?? db()).membership.findMany({
    where: { storeId: ctx.storeId, role: { in: ["owner", "developer"] } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
    include: { user: { select: { id: true, name: true, email: true } } },
  });
  return memberships.map(({ user }) => user);
}
