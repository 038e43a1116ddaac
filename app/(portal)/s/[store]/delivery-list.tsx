import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { DeliveryTable } from "@/components/webhooks/delivery-table";
import { ListPager } from "@/components/webhooks/list-pager";
import { LiveRows } from "@/components/webhooks/live-rows";
import { StatusSegments } from "@/components/webhooks/status-segments";
import { countDeliveries, listDeliveries } from "@/lib/webhooks";
import { deliveriesHref, type DeliveryFilter } from "./delivery-filter";

const take = 50;

type DeliveryListProps = {
  slug: string;
  /** The page that the list stands on; its filters are that page's query. */
  path: string;
  filter: DeliveryFilter;
  /** Only this endpoint's. */
  endpointId?: string;
};

/** Deliveries, newest first, by status and page by page. */
export async function DeliveryList({ slug, path, filter, endpointId }: DeliveryListProps) {
  const { ctx, store } = await currentMember(slug);
  const view = await readViewpoint(store.timezone);
  const counts = await countDeliveries(ctx, { endpointId });
  const { items, next, previous } = await listDeliveries(ctx, { ...filter, endpointId, take });
  const href = (change: DeliveryFilter) => deliveriesHref(path, { status: filter.status, ...change });

  if (Object.values(counts).every((count) => count === 0))
    return (
      <Panel className="border-control border-dashed">
        <EmptyState title="No deliveries yet">The next booking starts one.</EmptyState>
      </Panel>
    );
  return (
    <>
      <StatusSegments
        hrefOf={(status) => deliveriesHref(path, { status })}
        chosen={filter.status}
        counts={counts}
      />
      <Panel aria-label="Deliveries" key={href(filter)}>
        {items.length === 0 ? (
          <EmptyState title="Nothing matches" action={<ButtonLink href={path}>Show all</ButtonLink>}>
            There are others without the filter.
          </EmptyState>
        ) : (
          <LiveRows rows={items.map(({ id, status }) => ({ id, status }))}>
            <DeliveryTable
              deliveries={items}
              base={`/s/${slug}/deliveries`}
              view={view}
              withEndpoint={endpointId === undefined}
            />
          </LiveRows>
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
