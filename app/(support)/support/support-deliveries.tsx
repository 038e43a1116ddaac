import { readViewpoint } from "@/app/(portal)/viewer";
import { SelectedResend } from "@/components/support/selected-resend";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { EmptyState } from "@/components/ui/states";
import { DeliveryTable } from "@/components/webhooks/delivery-table";
import { ListPager } from "@/components/webhooks/list-pager";
import { LiveRows } from "@/components/webhooks/live-rows";
import { SelectionProvider } from "@/components/webhooks/selection";
import { StatusSegments } from "@/components/webhooks/status-segments";
import { countDeliveries, listDeliveries } from "@/lib/webhooks";
import { resendMax } from "@/lib/webhooks/contract";
import { resendAction } from "./actions";
import { statusShown, storeDeliveriesHref, type StoreDeliveries } from "./store-deliveries";
import { currentStore } from "./supported-store";

type SupportDeliveriesProps = {
  slug: string;
  /** The page that the list stands on; its filters are that page's query. */
  path: string;
  asked: StoreDeliveries;
  /** Only this endpoint's. */
  endpointId?: string;
};

/** A store's deliveries to tick and resend. A page holds as many as one resend takes. */
export async function SupportDeliveries({ slug, path, asked, endpointId }: SupportDeliveriesProps) {
  const { ctx, store } = await currentStore(slug);
  const counts = await countDeliveries(ctx, { endpointId });
  const status = statusShown(asked.status, counts);
  const page = { status, endpointId, before: asked.before, after: asked.after, take: resendMax };
  const { items, next, previous } = await listDeliveries(ctx, page);
  const href = (change: StoreDeliveries) => storeDeliveriesHref(path, { status: status ?? "all", ...change });
  return (
    <>
      <StatusSegments
        hrefOf={(other) => storeDeliveriesHref(path, { status: other ?? "all" })}
        chosen={status}
        counts={counts}
      />
      <Panel aria-label="Deliveries" key={href(asked)}>
        {items.length === 0 ? (
          <EmptyState
            title={status ? `No delivery is ${status}` : "No deliveries yet"}
            action={status && <ButtonLink href={href({ status: "all" })}>Show all</ButtonLink>}
          />
        ) : (
          <SelectionProvider ids={items.map(({ id }) => id)}>
            <SelectedResend storeName={store.name} resend={resendAction.bind(null, slug)} />
            <RowKeys>
              <LiveRows rows={items.map(({ id, status: now }) => ({ id, status: now }))}>
                <DeliveryTable
                  deliveries={items}
                  base={`/support/stores/${slug}/deliveries`}
                  view={await readViewpoint(store.timezone)}
                  withEndpoint={endpointId === undefined}
                  selectable
                />
              </LiveRows>
            </RowKeys>
          </SelectionProvider>
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
