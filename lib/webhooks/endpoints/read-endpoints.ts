import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { firstTypeIdAt } from "@/lib/platform/ids";
import type { EndpointListItem, HourSlot } from "../contract";
import {
  countHeld,
  countHours,
  findLastSuccess,
  measureP95,
  type HourCount,
  type Scope,
} from "./endpoint-figures";

const hourMs = 3_600_000;
const hoursShown = 24;

/** Endpoints that are not deleted, in no order, with how they did in the last 24 hours. */
export async function readEndpoints(ctx: Ctx, { id }: { id?: string }): Promise<EndpointListItem[]> {
  const tx = ctx.tx ?? db();
  const now = await policyNow(tx);
  const since = new Date(Math.floor(now.getTime() / hourMs) * hourMs - (hoursShown - 1) * hourMs);
  // Ids are made by the real clock, also where policy time is moved.
  const sinceId = firstTypeIdAt("dlv", new Date(Math.min(since.getTime(), Date.now() - hoursShown * hourMs)));
  const scope: Scope = { tx, storeId: ctx.storeId, endpointId: id, since, sinceId };
  const rows = await tx.endpoint.findMany({
    where: { storeId: ctx.storeId, deletedAt: null, id },
    include: { work: true },
  });
  const hours = await countHours(scope);
  const p95 = await measureP95(scope);
  const held = await countHeld(scope);
  const lastSuccess = await findLastSuccess(scope);

  return rows.map(({ work, ...endpoint }) => {
    const counted = hours.filter(({ endpointId }) => endpointId === endpoint.id);
    const delivered = sum(counted, "delivered");
    const finished = delivered + sum(counted, "failed");
    const lastSuccessAt = later(lastSuccess.get(endpoint.id), work?.lastSuccessAt);
    const isTroubled = work?.troubled ?? false;
    const isNew = !isTroubled && !lastSuccessAt && finished === 0;
    return {
      id: endpoint.id,
      name: endpoint.name,
      url: endpoint.url,
      eventTypes: endpoint.eventTypes,
      health: endpoint.disabledAt ? "disabled" : isTroubled ? "failing" : isNew ? "new" : "healthy",
      disabledReason: endpoint.disabledReason,
      disabledAt: endpoint.disabledAt?.toISOString() ?? null,
      nextRetryAt: (!endpoint.disabledAt && isTroubled && work?.nextDueAt?.toISOString()) || null,
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
      heldCount: held.get(endpoint.id) ?? 0,
      successRate: finished === 0 ? null : delivered / finished,
      p95Ms: p95.get(endpoint.id) ?? null,
      hours: fillHours(since, counted),
      createdAt: endpoint.createdAt.toISOString(),
      version: endpoint.updatedAt.toISOString(),
    };
  });
}

function fillHours(since: Date, counted: HourCount[]): HourSlot[] {
  return Array.from({ length: hoursShown }, (_, index) => {
    const hour = new Date(since.getTime() + index * hourMs);
    const {
      delivered = 0,
      failed = 0,
      held = 0,
    } = counted.find((one) => one.hour.getTime() === hour.getTime()) ?? {};
    return { hour: hour.toISOString(), delivered, failed, held };
  });
}

const sum = (hours: HourCount[], what: "delivered" | "failed") =>
  hours.reduce((total, hour) => total + hour[what], 0);

/** A resend of what was delivered before is known to the endpoint's row alone. */
const later = (one: Date | undefined, other: Date | null | undefined) =>
  one && other ? (one > other ? one : other) : (one ?? other);
