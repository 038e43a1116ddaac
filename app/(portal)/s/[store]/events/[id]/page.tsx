import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { JsonView } from "@/components/ui/json-view";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { EmptyState } from "@/components/ui/states";
import { Time } from "@/components/ui/time";
import { DeliveryTable } from "@/components/webhooks/delivery-table";
import { SubjectLink } from "@/components/webhooks/subject-link";
import { formatCount } from "@/lib/platform/format-figure";
import { formatUtc } from "@/lib/platform/format-time";
import { getEvent } from "@/lib/webhooks";
import type { EventDetail } from "@/lib/webhooks/contract";
import { Room } from "../../room";

export const metadata: Metadata = { title: "Event" };

export default async function EventPage({ params }: PageProps<"/s/[store]/events/[id]">) {
  const { store: slug, id } = await params;
  const { ctx, store } = await currentMember(slug);
  const event = await orNotFound(getEvent(ctx, id));
  const base = `/s/${slug}`;
  return (
    <Room slug={slug} above={[{ name: "Events", href: `${base}/events` }]} here={id}>
      <PageHead
        title={
          <>
            {event.type} <span className="text-ink-3">of</span> {event.subjectName}
          </>
        }
      >
        <p className="text-ink-2 mt-1.5">{sayHowFar(event)}</p>
      </PageHead>
      <div className="wide:grid-cols-[minmax(0,1fr)_300px] grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <Panel aria-labelledby="deliveries">
            <PanelHead id="deliveries" title="Deliveries" />
            {event.deliveries.length === 0 ? (
              <EmptyState title="Nobody heard of it">No endpoint wanted it when it happened.</EmptyState>
            ) : (
              <RowKeys>
                <DeliveryTable
                  deliveries={event.deliveries}
                  base={`${base}/deliveries`}
                  view={await readViewpoint(store.timezone)}
                  withEndpoint
                />
              </RowKeys>
            )}
          </Panel>
          <Panel aria-labelledby="body">
            <PanelHead id="body" title="Body">
              <span className="text-ink-3">the exact bytes that every endpoint gets</span>
            </PanelHead>
            <div className="desk:px-4.5 desk:pb-4.5 px-3.5 pb-3.5">
              {event.body === null ? (
                <p className="text-ink-2">
                  {event.isOnItsWay ? "It is made in a moment." : "It is older than what is kept."}
                </p>
              ) : (
                <JsonView text={event.body} label="the body" />
              )}
            </div>
          </Panel>
        </div>
        <Facts>
          <Fact name="Booking">
            {event.isTest ? "An example" : <SubjectLink event={event} base={base} />}
          </Fact>
          <Fact name="Event">
            <span className="ident">{event.id}</span> <CopyButton text={event.id} what="the event id" />
          </Fact>
          {event.sequence !== null && <Fact name="Sequence">{formatCount(event.sequence)}</Fact>}
          <Fact name="Recorded">
            <Time iso={event.createdAt} as="precise" focusable />
            <span className="text-ink-3 block">{formatUtc(event.createdAt)}</span>
          </Fact>
        </Facts>
      </div>
    </Room>
  );
}

/** "It reached 4 of 5 endpoints." */
function sayHowFar({ deliveries, isOnItsWay }: EventDetail): string {
  if (isOnItsWay) return "It was just recorded, and is on its way.";
  if (deliveries.length === 0) return "It reached no endpoint: none wanted it.";
  const arrived = deliveries.filter(({ status }) => status === "delivered").length;
  const all = deliveries.length;
  if (arrived === all)
    return all === 1 ? "It reached the endpoint that wants it." : `It reached all ${all} endpoints.`;
  return `It reached ${arrived} of ${all} endpoints.`;
}
