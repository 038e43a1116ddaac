import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { EndpointListItem } from "./shapes";
import {
  countHeld,
  countHours,
  findLastFailures,
  findLastSuccess,
  measureP95,
  type HourCount,
  type Scope,
} from "./endpoint-figures";
import { fillHours } from "./fill-hours";
import { isAskedToWait } from "./is-asked-to-wait";
import { lastDay } from "./last-day";

/** Endpoints that are not deleted, in no order, with how they did in the last 24 hours. */
export async function readEndpoints(ctx: Ctx, { id }: { id?: string }): Promise<EndpointListItem[]> {
  const tx = ctx.tx ?? db();
  const now = await policyNow(tx);
  const { since, sinceId } = lastDay(now);
  const scope: Scope = { tx, storeId: ctx.storeId, endpointId: id, since, sinceId };
  const rows = await tx.endpoint.findMany({
    where: { storeId: ctx.storeId, deletedAt: null, id },
    include: { work: true },
  });
  const hours = await countHours(scope);
  const p95 = await measureP95(scope);
  const held = await countHeld(scope);
  const lastFailures = await findLastFailures(scope);
  const lastSuccess = await findLastSuccess(scope);

  return rows.map(({ work, ...endpoint }) => {
    const counted = hours.filter(({ endpointId }) => endpointId === endpoint.id);
    const delivered = sum(counted, "delivered");
    const finished = delivered + sum(counted, "failed");
    const lastSuccessAt = later(lastSuccess.get(endpoint.id), work?.lastSuccessAt);
    const isTroubled = work?.troubled ?? false;
    const pausedUntil = work?.pausedUntil && work.pausedUntil > now ? work.pausedUntil : null;
    const isFailing = isTroubled && !endpoint.disabledAt;
    const isNew = !isTroubled && !lastSuccessAt && finished === 0;
    return {
      id: endpoint.id,
      name: endpoint.name,
      description: endpoint.description,
      url: endpoint.url,
      eventTypes: endpoint.eventTypes,
      health: endpoint.disabledAt ? "disabled" : isFailing ? "failing" : isNew ? "new" : "healthy",
      disabledReason: endpoint.disabledReason,
      disabledAt: endpoint.disabledAt?.toISOString() ?? null,
      failingSince: (isFailing && work?.firstFailureAt?.toISOString()) || null,
      lastFailure: (isFailing && lastFailures.get(endpoint.id)) || null,
      nextRetryAt: (isFailing && work?.nextDueAt?.toISOString()) || null,
      pausedUntil: (!endpoint.disabledAt && pausedUntil?.toISOString()) || null,
      isAskedToWait: pausedUntil !== null && isAskedToWait({ slowDowns: 0, ...work, pausedUntil }, now),
      disablesAt: (!endpoint.disabledAt && work?.disablesAt?.toISOString()) || null,
      ratePerSecond: endpoint.ratePerSecond,
      ordered: endpoint.ordered,
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

const sum = (hours: HourCount[], what: "delivered" | "failed") =>
  hours.reduce((total, hour) => total + hour[what], 0);

/** A resend of what was delivered before is known to the endpoint's row alone. */
const later = (one: Date | undefined, other: Date | null | undefined) =>
  one && other ? (one > other ? one : other) : (one ?? other);
