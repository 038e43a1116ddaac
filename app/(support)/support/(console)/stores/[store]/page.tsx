import type { Metadata } from "next";
import { Suspense } from "react";
import { currentStore } from "@/app/(support)/support/supported-store";
import { readDeliveryQuery } from "@/app/delivery-list/delivery-filter";
import { SupportDeliveries } from "@/app/(support)/support/support-deliveries";
import { SupportRoom } from "@/app/(support)/support/support-room";
import { LiveBanner, LiveStatus } from "@/components/shell/live";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead, Panel, PanelFoot, PanelHead } from "@/components/ui/panel";
import { EmptyState, ListSkeleton } from "@/components/ui/states";
import { EndpointTable } from "@/components/webhooks/endpoint-table";
import { StripLegend } from "@/components/webhooks/strip-legend";
import { eventTypes } from "@/lib/events";
import { formatPlural } from "@/lib/platform/format-figure";
import { listEndpoints } from "@/lib/webhooks";
import type { EndpointListItem } from "@/lib/webhooks/contract";

export const metadata: Metadata = { title: "Store" };

export default async function SupportedStorePage({
  params,
  searchParams,
}: PageProps<"/support/stores/[store]">) {
  const { store: slug } = await params;
  const { ctx, store } = await currentStore(slug);
  const endpoints = await listEndpoints(ctx);
  const path = `/support/stores/${slug}`;
  return (
    <SupportRoom above={[{ name: "Stores", href: "/support" }]} here={store.name} freshness={<LiveStatus />}>
      <LiveBanner />
      <PageHead title={store.name}>
        <p className="say mt-1">{healthSentence(endpoints)}</p>
        <p className="text-ink-3 mt-1 flex flex-wrap items-center gap-1">
          <span className="ident wrap-anywhere">{store.id}</span>
          <CopyButton text={store.id} what="the store's id" />
        </p>
      </PageHead>
      <Panel aria-labelledby="endpoints">
        <PanelHead id="endpoints" title="Endpoints" />
        {endpoints.length === 0 ? (
          <EmptyState title="No endpoints yet">{store.name} has added none.</EmptyState>
        ) : (
          <>
            <EndpointTable
              endpoints={endpoints}
              base={`${path}/endpoints`}
              eventTypeCount={eventTypes.length}
            />
            <PanelFoot>
              <StripLegend>One slot is one hour, the last 24 hours</StripLegend>
            </PanelFoot>
          </>
        )}
      </Panel>
      <h2 className="head -mb-2">Deliveries</h2>
      <Suspense fallback={<ListSkeleton rows={8} />}>
        <SupportDeliveries slug={slug} path={path} query={readDeliveryQuery(await searchParams)} />
      </Suspense>
    </SupportRoom>
  );
}

/** "Client app is failing. Accounting is disabled, 148 events are held." */
function healthSentence(endpoints: EndpointListItem[]): string {
  if (endpoints.length === 0) return "Nothing is delivered: it has no endpoint.";
  const named = (health: EndpointListItem["health"]) =>
    endpoints.filter((endpoint) => endpoint.health === health).map(({ name }) => name);
  const failing = named("failing");
  const disabled = named("disabled");
  const held = endpoints.reduce((sum, { heldCount }) => sum + heldCount, 0);
  const sentences = [
    failing.length > 0 && `${list(failing)} failing.`,
    disabled.length > 0 &&
      `${list(disabled)} disabled${held > 0 ? `, ${formatPlural(held, "event")} held` : ""}.`,
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join(" ") : "No endpoint is failing at the moment.";
}

const list = (names: string[]): string => {
  const last = names.at(-1) ?? "";
  return names.length === 1 ? `${last} is` : `${names.slice(0, -1).join(", ")} and ${last} are`;
};
