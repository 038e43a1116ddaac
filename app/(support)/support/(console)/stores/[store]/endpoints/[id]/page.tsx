import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { disableEndpointAction, enableEndpointAction } from "@/app/(support)/support/actions";
import { currentStore } from "@/app/(support)/support/supported-store";
import { readDeliveryQuery } from "@/app/delivery-list/delivery-filter";
import { SupportDeliveries } from "@/app/(support)/support/support-deliveries";
import { SupportRoom } from "@/app/(support)/support/support-room";
import { LiveBanner, LiveStatus } from "@/components/shell/live";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead, Panel } from "@/components/ui/panel";
import { DisableEndpoint } from "@/components/webhooks/disable-endpoint";
import { EnableEndpoint } from "@/components/webhooks/enable-endpoint";
import { HealthNotice } from "@/components/webhooks/health-notice";
import { SlotChart } from "@/components/webhooks/slot-strip";
import { formatClock } from "@/lib/platform/format-time";
import { countDeliveries, getEndpoint } from "@/lib/webhooks";

export const metadata: Metadata = { title: "Endpoint" };

const hoursBetweenNames = 3;

export default async function SupportedEndpointPage({
  params,
  searchParams,
}: PageProps<"/support/stores/[store]/endpoints/[id]">) {
  const { store: slug, id } = await params;
  const { ctx, store } = await currentStore(slug);
  const endpoint = await orNotFound(getEndpoint(ctx, id));
  const counts = await countDeliveries(ctx, { endpointId: id });
  const view = await readViewpoint(store.timezone);
  const path = `/support/stores/${slug}`;
  const hourNames = endpoint.hours.map(({ hour }, index) =>
    index % hoursBetweenNames === 0 ? formatClock(hour, view).slice(0, 5) : "",
  );
  return (
    <SupportRoom
      above={[
        { name: "Stores", href: "/support" },
        { name: store.name, href: path },
      ]}
      here={endpoint.name}
      freshness={<LiveStatus />}
    >
      <LiveBanner />
      <PageHead
        title={
          <>
            {endpoint.name} <span className="text-ink-3">of</span> {store.name}
          </>
        }
        actions={
          endpoint.disabledAt === null ? (
            <DisableEndpoint
              endpoint={endpoint}
              openCount={counts.pending + counts.failed}
              disable={disableEndpointAction.bind(null, slug)}
              onBehalfOf={store.name}
            />
          ) : (
            <EnableEndpoint
              endpoint={endpoint}
              enable={enableEndpointAction.bind(null, slug)}
              onBehalfOf={store.name}
            />
          )
        }
      >
        <p className="text-ink-2 mt-[3px] flex flex-wrap items-center gap-1">
          <span className="ident wrap-anywhere">{endpoint.url}</span>
          <CopyButton text={endpoint.url} what="the URL" />
        </p>
      </PageHead>
      <Panel aria-label="Health">
        <HealthNotice endpoint={endpoint} deliveriesPath={`${path}/deliveries`} />
        <div className="desk:block hidden px-4.5 pb-4.5">
          <SlotChart hours={endpoint.hours} hourNames={hourNames} />
        </div>
      </Panel>
      <SupportDeliveries
        slug={slug}
        path={`${path}/endpoints/${id}`}
        query={readDeliveryQuery(await searchParams)}
        endpointId={id}
      />
    </SupportRoom>
  );
}
