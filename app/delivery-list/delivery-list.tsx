import { listHref } from "@/app/list-href";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { NewestFirstPager } from "@/components/ui/newest-first-pager";
import { Panel } from "@/components/ui/panel";
import { EmptyState, NothingYet } from "@/components/ui/states";
import { StatusSegments } from "@/components/webhooks/status-segments";
import type { Ctx } from "@/lib/identity";
import { formatPlural } from "@/lib/platform/format-figure";
import type { Viewpoint } from "@/lib/platform/format-time";
import { countDeliveries, listDeliveries, listEndpoints } from "@/lib/webhooks";
import type { DeliveryStatus } from "@/lib/webhooks/contract";
import { DeliveryChips } from "./delivery-chips";
import { failingFirst, fromItsStart, statusAsked, type DeliveryQuery } from "./delivery-filter";
import { DeliveryRows } from "./delivery-rows";

type DeliveryListProps = {
  ctx: Ctx;
  view: Viewpoint;
  /** The page that the list stands on; its filters are that page's query. */
  path: string;
  query: DeliveryQuery;
  /** Where a delivery's page is: `${base}/${id}`. */
  base: string;
  /** Only this endpoint's. */
  endpointId?: string;
  /** What fails is shown first, unless all is asked for. */
  showsFailing?: boolean;
  take: number;
  /** What can be done with what is ticked; without it nothing can be. */
  bar?: ReactNode;
};

/** Deliveries, newest first, by its filters and page by page. */
export async function DeliveryList(props: DeliveryListProps) {
  const { ctx, view, path, base, endpointId, showsFailing, take, bar } = props;
  const { type: eventType, endpoint, subject: subjectName, from, to, before, after } = props.query;
  const filter = { endpointId: endpointId ?? endpoint, eventType, subjectName, from, to };
  const counts = await countDeliveries(ctx, filter);
  const query = showsFailing ? { ...props.query, status: failingFirst(props.query, counts) } : props.query;
  const status = statusAsked(query);
  const { items, next, previous } = await listDeliveries(ctx, { ...filter, status, before, after, take });
  const href = (change: DeliveryQuery) => listHref(path, fromItsStart(query, change));
  const isNarrowed = href({ status: undefined }) !== path;
  const hasNone = items.length === 0;
  const all = hasNone ? total(isNarrowed ? await countDeliveries(ctx, { endpointId }) : counts) : undefined;

  if (all === 0) return <NothingYet title="No deliveries yet">The next booking starts one.</NothingYet>;
  return (
    <>
      <FilterBar>
        <StatusSegments
          hrefOf={(one) => href({ status: one ?? (showsFailing ? "all" : undefined) })}
          chosen={status}
          counts={counts}
        />
        <DeliveryChips path={path} query={query} endpoints={endpointId ? [] : await listEndpoints(ctx)} />
      </FilterBar>
      <Panel aria-label="Deliveries" key={href({})}>
        {all === undefined ? (
          <DeliveryRows items={items} base={base} view={view} withEndpoint={!endpointId} bar={bar} />
        ) : (
          <EmptyState
            title="Nothing matches"
            action={
              <ButtonLink href={showsFailing ? listHref(path, { status: "all" }) : path}>Show all</ButtonLink>
            }
          >
            {formatPlural(all, "delivery")} without the filters.
          </EmptyState>
        )}
        <NewestFirstPager shown={items.length} previous={previous} next={next} hrefOf={href} />
      </Panel>
    </>
  );
}

const total = (counts: Record<DeliveryStatus, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
