import { deliveryCountMax } from "../deliveries/shapes";
import type { EndpointListItem } from "../endpoints/shapes";
import type { OverviewNeed } from "./shapes";
import type { Day } from "./count-day";

/** What does not mend itself, or has not yet: failing endpoints, then disabled ones, then deliveries that were given up. */
export async function listNeeds(day: Day, endpoints: EndpointListItem[]): Promise<OverviewNeed[]> {
  const failing: OverviewNeed[] = [];
  for (const endpoint of endpoints.filter(({ health }) => health === "failing"))
    failing.push({ ...named(endpoint), ...(await describeFailing(day, endpoint)) });
  const disabled = endpoints.flatMap((endpoint): OverviewNeed[] => {
    const { disabledAt, disabledReason, heldCount } = endpoint;
    return disabledAt
      ? [{ ...named(endpoint), kind: "disabled", disabledAt, disabledReason, heldCount }]
      : [];
  });
  return [...failing, ...disabled, ...(await listExhausted(day, endpoints))];
}

const named = ({ id, name }: EndpointListItem) => ({ endpointId: id, endpointName: name });

async function describeFailing({ tx, storeId }: Day, endpoint: EndpointListItem) {
  const { id, failingSince, lastFailure, nextRetryAt, pausedUntil, disablesAt } = endpoint;
  const openCount = await tx.delivery.count({
    where: { storeId, endpointId: id, dueAt: { not: null }, claimId: null },
    take: deliveryCountMax,
  });
  const kind = "failing" as const;
  return { kind, failingSince, openCount, lastFailure, nextRetryAt, pausedUntil, disablesAt };
}

/** Of the last day, and of endpoints that are there; an example that failed needs nobody. */
async function listExhausted(
  { tx, storeId, sinceId, since }: Day,
  endpoints: EndpointListItem[],
): Promise<OverviewNeed[]> {
  const rows = await tx.$queryRaw<{ endpointId: string; count: number; deliveryId: string }[]>`
    SELECT d.endpoint_id AS "endpointId", count(*)::int AS count, max(d.id) AS "deliveryId"
    FROM delivery d JOIN event e ON e.id = d.event_id AND NOT e.is_test
    WHERE d.store_id = ${storeId}::uuid AND d.status = 'exhausted' AND d.id >= ${sinceId} AND d.created_at >= ${since}
    GROUP BY 1`;
  return endpoints.flatMap((endpoint): OverviewNeed[] => {
    const found = rows.find(({ endpointId }) => endpointId === endpoint.id);
    if (!found || endpoint.disabledAt) return [];
    return [{ ...named(endpoint), kind: "exhausted", count: found.count, deliveryId: found.deliveryId }];
  });
}
