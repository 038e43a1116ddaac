import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { ListPager } from "@/components/webhooks/list-pager";
import { StatusSegments } from "@/components/webhooks/status-segments";
import { formatPlural } from "@/lib/platform/format-figure";
import { countDeliveries, listDeliveries, listEndpoints } from "@/lib/webhooks";
import type { DeliveryStatus } from "@/lib/webhooks/contract";
import { DeliveryChips } from "./delivery-chips";
import { deliveriesHref, fromItsStart, type DeliveryQuery } from "./delivery-filter";
import { DeliveryRows } from "./delivery-rows";

const take = 50;

type DeliveryListProps = {
  slug: string;
  /** The page that the list stands on; its filters are that page's query. */
  path: string;
  query: DeliveryQuery;
  /** Only this endpoint's. */
  endpointId?: string;
};

/** Deliveries, newest first, by its filters and page by page. */
export async function DeliveryList({ slug, path, query, endpointId }: DeliveryListProps) {
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const { status, type: eventType, endpoint, from, to, before, after } = query;
  const filter = { endpointId: endpointId ?? endpoint, eventType, from, to };
  const counts = await countDeliveries(ctx, filter);
  const { items, next, previous } = await listDeliveries(ctx, { ...filter, status, before, after, take });
  const endpoints = endpointId ? [] : await listEndpoints(ctx);
  const href = (change: DeliveryQuery) => deliveriesHref(path, fromItsStart(query, change));
  const isNarrowed = href({ status: undefined }) !== path;
  const all = total(isNarrowed ? await countDeliveries(ctx, { endpointId }) : counts);

  if (all === 0)
    return (
      <Panel className="border-control border-dashed">
        <EmptyState title="No deliveries yet">The next booking starts one.</EmptyState>
      </Panel>
    );
  return (
    <>
      <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        <StatusSegments hrefOf={(one) => href({ status: one })} chosen={status} counts={counts} />
        <DeliveryChips path={path} query={query} endpoints={endpoints} />
      </div>
      <Panel aria-label="Deliveries" key={href({})}>
        {items.length === 0 ? (
          <EmptyState title="Nothing matches" action={<ButtonLink href={path}>Show all</ButtonLink>}>
            {formatPlural(all, "delivery")} without the filters.
          </EmptyState>
        ) : (
          <DeliveryRows
            member={member}
            items={items}
            view={await readViewpoint(store.timezone)}
            withEndpoint={endpointId === undefined}
          />
        )}
        <ListPager
          shown={items.length}
          newerHref={previous && href({ after: previous })}
          olderHref={next && href({ before: next })}
        />
      </Panel>
    </>
  );
}

const total = (counts: Record<DeliveryStatus, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
