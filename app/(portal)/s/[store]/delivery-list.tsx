import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { ButtonEnd, ButtonLink } from "@/components/ui/button";
import { Panel, PanelFoot } from "@/components/ui/panel";
import { Segments } from "@/components/ui/segments";
import { EmptyState } from "@/components/ui/states";
import { statusTones, statusWord } from "@/components/ui/status-badge";
import { DeliveryTable } from "@/components/webhooks/delivery-table";
import { LiveRows } from "@/components/webhooks/live-rows";
import { formatCount } from "@/lib/platform/format-figure";
import { countDeliveries, listDeliveries } from "@/lib/webhooks";
import { deliveryCountMax, type DeliveryStatus } from "@/lib/webhooks/contract";
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
      <StatusSegments path={path} chosen={filter.status} counts={counts} />
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
        <PanelFoot>
          <span>Newest first, {items.length} shown</span>
          <span className="ml-auto flex gap-2">
            {previous ? (
              <ButtonLink size="s" href={href({ after: previous })}>
                Newer
              </ButtonLink>
            ) : (
              <ButtonEnd size="s">Newer</ButtonEnd>
            )}
            {next ? (
              <ButtonLink size="s" href={href({ before: next })}>
                Older
              </ButtonLink>
            ) : (
              <ButtonEnd size="s">Older</ButtonEnd>
            )}
          </span>
        </PanelFoot>
      </Panel>
    </>
  );
}

type StatusSegmentsProps = {
  path: string;
  chosen: DeliveryStatus | undefined;
  counts: Record<DeliveryStatus, number>;
};

/** Delivered has no count: what is well needs none, and it grows without end. */
function StatusSegments({ path, chosen, counts }: StatusSegmentsProps) {
  const order = ["failed", "exhausted", "held", "pending", "delivered", "canceled"] as const;
  const shown = order.filter((status) => counts[status] > 0 || status === chosen);
  return (
    <Segments
      label="Status"
      segments={[
        { label: "All", href: path, chosen: !chosen },
        ...shown.map((status) => ({
          label: statusWord(status),
          href: deliveriesHref(path, { status }),
          chosen: chosen === status,
          glyph: status,
          tone: statusTones[status],
          count: status === "delivered" ? undefined : countText(counts[status]),
        })),
      ]}
    />
  );
}

const countText = (count: number): string =>
  count < deliveryCountMax ? formatCount(count) : `${formatCount(deliveryCountMax)}+`;
