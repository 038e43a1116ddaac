import Link from "next/link";
import type { ReactNode } from "react";
import { viewerReason } from "@/app/(portal)/ask-owner";
import type { Member } from "@/app/(portal)/member";
import { ButtonLink } from "@/components/ui/button";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { EmptyState, NothingYet } from "@/components/ui/states";
import { DayFigures } from "@/components/webhooks/day-figures";
import { EndpointSummary } from "@/components/webhooks/endpoint-summary";
import { HoursPanel } from "@/components/webhooks/hours-panel";
import { LatestEvents } from "@/components/webhooks/latest-events";
import { LiveRows } from "@/components/webhooks/live-rows";
import { NeedsYou } from "@/components/webhooks/needs-you";
import { sayOverview } from "@/components/webhooks/say-overview";
import type { Viewpoint } from "@/lib/platform/format-time";
import { getOverview } from "@/lib/webhooks";
import { enableEndpointAction } from "./endpoints/[id]/actions";

type OverviewContentProps = { member: Member; view: Viewpoint; title: ReactNode };

/** How the store's webhooks do: the sentence, what needs somebody, then figures. */
export async function OverviewContent({ member, view, title }: OverviewContentProps) {
  const { ctx, store } = member;
  const base = `/s/${store.slug}`;
  const overview = await getOverview(ctx);
  const { endpoints, events, needs } = overview;
  if (endpoints.length === 0)
    return (
      <>
        <PageHead title={title} />
        <NothingYet
          title="No endpoints yet"
          action={<ButtonLink href={`${base}/endpoints`}>Go to Endpoints</ButtonLink>}
        >
          An endpoint is a URL of yours that hears about bookings and orders.
        </NothingYet>
      </>
    );
  const { arrived, missing, rest } = sayOverview(overview, view);
  return (
    <>
      <PageHead title={title}>
        <p className="say mt-2.5">
          {arrived} {missing && <span className="text-failed">{missing}</span>}
          {rest} {needs.length === 0 && "Nothing needs you."}
        </p>
      </PageHead>
      <NeedsYou
        needs={needs}
        endpointCount={endpoints.length}
        base={base}
        enable={enableEndpointAction.bind(null, store.slug)}
        disabledReason={viewerReason(member, "enable it")}
      />
      <div className="wide:grid-cols-[minmax(0,1fr)_300px] grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <HoursPanel overview={overview} view={view} />
          <Panel aria-labelledby="latest">
            <PanelHead id="latest" title="Latest events">
              <Link href={`${base}/events`} className="link ml-auto">
                All events
              </Link>
            </PanelHead>
            {events.length === 0 ? (
              <EmptyState title="No events yet">The next booking is the first.</EmptyState>
            ) : (
              <LiveRows rows={events.map(({ id }) => ({ id }))} noun="event">
                <RowKeys>
                  <LatestEvents events={events} base={base} />
                </RowKeys>
              </LiveRows>
            )}
          </Panel>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <DayFigures overview={overview} />
          <Panel aria-labelledby="endpoints">
            <PanelHead id="endpoints" title="Endpoints">
              <Link href={`${base}/endpoints`} className="link ml-auto">
                All {endpoints.length}
              </Link>
            </PanelHead>
            <EndpointSummary endpoints={endpoints} base={`${base}/endpoints`} />
          </Panel>
        </div>
      </div>
    </>
  );
}
