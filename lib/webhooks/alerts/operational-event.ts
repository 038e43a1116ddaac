import type { NewOperationalEvent } from "@/lib/events";
import type { Turn } from "./turn";

/**
 * A turn as the other endpoints of the store are told of it, if they asked; null for what somebody did. Its URL may hold a
 * key, and is left out.
 */
export function operationalEvent(storeId: string, turn: Turn): NewOperationalEvent | null {
  if (turn.by) return null;
  const { kind, endpoint, deliveryId, event, failure, disablesAt } = turn;
  const fact = {
    endpoint: { id: endpoint.id, name: endpoint.name },
    deliveryId,
    eventId: event?.id ?? null,
  };
  if (kind === "recovered") return { storeId, type: "endpoint.recovered", data: fact };
  const failed = failure && { kind: failure.kind, statusCode: failure.statusCode, message: failure.happened };
  if (kind === "disabled") {
    const reason = endpoint.disabledReason === "gone" ? "gone" : "failing";
    return { storeId, type: "endpoint.disabled", data: { ...fact, failure: failed, reason } };
  }
  const data = { ...fact, failure: failed, disablesAt: disablesAt?.toISOString() ?? null };
  return { storeId, type: "endpoint.failing", data };
}
