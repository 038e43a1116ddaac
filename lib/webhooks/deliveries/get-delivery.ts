import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { DeliveryDetail, DeliveryStatus } from "./shapes";
import { aboutOf } from "../overview/read-about";
import { planAttempts } from "./plan-attempts";
import { readWaits } from "./read-waits";
import { toAttemptDetail } from "./to-attempt-detail";
import { toDeliveryListItem } from "./to-delivery-list-item";

/** One delivery with its payload, its attempts (first one first), what is planned, and the same event elsewhere. */
export async function getDelivery(ctx: Ctx, id: string): Promise<DeliveryDetail> {
  const tx = ctx.tx ?? db();
  const { storeId } = ctx;
  const row = await tx.delivery.findFirst({
    where: { storeId, id },
    include: { endpoint: true, attemptRows: { orderBy: { number: "asc" } } },
  });
  const event = row && (await tx.event.findFirst({ where: { storeId, id: row.eventId } }));
  if (!event) throw notFound("The delivery");
  const payload = await tx.eventPayload.findFirst({ where: { storeId, eventId: event.id } });
  const siblings = await tx.delivery.findMany({
    where: { storeId, eventId: event.id, id: { not: id } },
    orderBy: { id: "asc" },
    include: { endpoint: true },
  });
  const plan = planAttempts({ ...row, isTest: event.isTest, retryDelays: row.endpoint.retryDelays });
  return {
    ...toDeliveryListItem(row, event),
    event: {
      id: event.id,
      type: event.type,
      subjectId: event.subjectId,
      subjectName: event.subjectName,
      sequence: event.sequence === null ? null : Number(event.sequence),
      createdAt: event.createdAt.toISOString(),
      about: payload ? aboutOf(payload.body) : null,
    },
    endpoint: {
      id: row.endpoint.id,
      name: row.endpoint.name,
      url: row.endpoint.url,
      disabledAt: row.endpoint.disabledAt?.toISOString() ?? null,
    },
    body: payload?.body ?? null,
    attemptDetails: row.attemptRows.map((attempt) =>
      toAttemptDetail(attempt, { ...row, eventType: event.type, isTest: event.isTest }),
    ),
    isUnderWay: row.claimedUntil !== null && row.claimedUntil > new Date(),
    ...plan,
    settledAt: row.settledAt?.toISOString() ?? null,
    canceledBy: row.canceledBy,
    isTest: event.isTest,
    plannedAt: row.plannedAt?.toISOString() ?? null,
    waits: await readWaits(tx, row),
    siblings: siblings.map((sibling) => ({
      id: sibling.id,
      endpointName: sibling.endpoint.name,
      status: sibling.status as DeliveryStatus,
      durationMs: sibling.durationMs,
    })),
  };
}
