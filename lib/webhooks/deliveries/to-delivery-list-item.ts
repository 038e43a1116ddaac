import type { Prisma } from "@/lib/platform/db";
import { planAttempts } from "./plan-attempts";
import type { DeliveryListItem, DeliveryStatus, FailureKind } from "./shapes";

type DeliveryRow = Prisma.DeliveryGetPayload<{ include: { endpoint: true } }>;
type EventRow = Prisma.EventGetPayload<object>;

export const toDeliveryListItem = (row: DeliveryRow, event: EventRow | undefined): DeliveryListItem => ({
  id: row.id,
  status: row.status as DeliveryStatus,
  eventId: row.eventId,
  eventType: event?.type ?? "",
  subjectName: event?.subjectName ?? "",
  endpointId: row.endpointId,
  endpointName: row.endpoint.name,
  attempts: row.attempts,
  attemptsMax: planAttempts({
    ...row,
    isTest: event?.isTest ?? false,
    retryDelays: row.endpoint.retryDelays,
  }).attemptsMax,
  dueAt: row.dueAt?.toISOString() ?? null,
  lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
  lastFailure: row.lastFailure as FailureKind | null,
  lastStatusCode: row.lastStatusCode,
  durationMs: row.durationMs,
  createdAt: row.createdAt.toISOString(),
});
