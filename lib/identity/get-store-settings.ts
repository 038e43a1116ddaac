import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Ctx } from "./context";

export type StoreSettings = {
  id: string;
  name: string;
  slug: string;
  currency: string;
  timezone: string;
  reservationGapSeconds: number;
  defaultScheduleGapMinutes: number;
  defaultAdvanceScheduleDays: number;
  captureMethod: string;
  storefrontBaseUrl: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** How the store wants to be booked and paid. Throws not-found when the store is gone. */
export async function getStoreSettings(ctx: Ctx): Promise<StoreSettings> {
  const store = await (ctx.tx ?? db()).store.findUnique({ where: { id: ctx.storeId } });
  if (!store) throw notFound("The store");
  return store;
}
