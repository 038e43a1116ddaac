import { getStoreSettings, systemCtx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { explainFailure } from "../deliveries/explain-failure";
import { toAttemptDetail } from "../deliveries/to-attempt-detail";
import type { FailureKind } from "../deliveries/shapes";

export type AlertRow = Prisma.EndpointAlertGetPayload<object>;

/** A turn in how an endpoint fares, with all that is told of it. */
export type Turn = {
  kind: "failing" | "disabling-soon" | "disabled" | "recovered";
  at: Date;
  disablesAt: Date | null;
  store: { name: string; slug: string; timezone: string };
  endpoint: { id: string; name: string; url: string; disabledReason: string | null };
  deliveryId: string | null;
  event: { id: string; type: string; subjectName: string } | null;
  /** Who disabled it, where somebody did. */
  by: { id: string | null; name: string; reason: string | null } | null;
  failure: { kind: FailureKind | null; statusCode: number | null; happened: string } | null;
};

/** Null where it is no longer true: the endpoint is deleted, or somebody has disabled or enabled it meanwhile. */
export async function readTurn(tx: Tx, alert: AlertRow): Promise<Turn | null> {
  const { storeId, endpointId, deliveryId, eventId, disablesAt, at, actorId, actorName, reason } = alert;
  const kind = alert.kind as Turn["kind"];
  const endpoint = await tx.endpoint.findFirst({ where: { storeId, id: endpointId, deletedAt: null } });
  if (!endpoint || (kind === "disabled") !== (endpoint.disabledAt !== null)) return null;
  const store = await getStoreSettings({ ...systemCtx(storeId), tx });
  const event = eventId ? await tx.event.findFirst({ where: { storeId, id: eventId } }) : null;
  const failure = kind === "recovered" ? null : await readFailure(tx, alert, event, store.timezone);
  const by = actorName === null ? null : { id: actorId, name: actorName, reason };
  return { kind, at, disablesAt, store, endpoint, deliveryId, event, by, failure };
}

type EventRow = Prisma.EventGetPayload<object>;

async function readFailure(tx: Tx, alert: AlertRow, event: EventRow | null, zone: string) {
  const { storeId, deliveryId, error } = alert;
  const attempt =
    deliveryId &&
    (await tx.attempt.findFirst({
      where: { storeId, deliveryId, outcome: "failed" },
      orderBy: { number: "desc" },
    }));
  if (!attempt || !event) return error ? { kind: null, statusCode: null, happened: error } : null;
  const detail = toAttemptDetail(attempt, {
    id: deliveryId,
    eventId: event.id,
    eventType: event.type,
    isTest: event.isTest,
  });
  const view = { zone, now: (await policyNow(tx)).toISOString() };
  const happened = explainFailure(detail, view)?.happened ?? error ?? "";
  return { kind: detail.failure, statusCode: detail.statusCode, happened };
}
