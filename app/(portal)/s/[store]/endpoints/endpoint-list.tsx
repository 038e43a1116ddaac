import type { ReactNode } from "react";
import type { Member } from "@/app/(portal)/member";
import { PageHead, Panel, PanelFoot } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { Segments, type Segment } from "@/components/ui/segments";
import { EmptyState, NothingYet } from "@/components/ui/states";
import { healthLooks } from "@/components/webhooks/endpoint-health";
import { EndpointTable } from "@/components/webhooks/endpoint-table";
import { StripLegend } from "@/components/webhooks/strip-legend";
import { eventTypes } from "@/lib/events";
import { listEndpoints } from "@/lib/webhooks";
import { endpointHealths, type EndpointHealth, type EndpointListItem } from "@/lib/webhooks/contract";

type EndpointListProps = { member: Member; health: unknown; add: ReactNode };

/** The store's endpoints, the worst first; `health` narrows them. */
export async function EndpointList({ member: { ctx, store }, health, add }: EndpointListProps) {
  const endpoints = await listEndpoints(ctx);
  const base = `/s/${store.slug}/endpoints`;
  if (endpoints.length === 0)
    return (
      <>
        <PageHead title="Endpoints" />
        <NothingYet title="No endpoints yet" action={add}>
          An endpoint is a URL of yours that hears about bookings and orders.
        </NothingYet>
      </>
    );
  const chosen = endpointHealths.find((one) => one === health);
  const shown = endpoints.filter((endpoint) => !chosen || endpoint.health === chosen);
  return (
    <>
      <PageHead title="Endpoints" actions={add}>
        <p className="text-ink-2 mt-1">
          URLs that hear about what happens at {store.name}. {needSentence(endpoints)}
        </p>
      </PageHead>
      <Segments label="Health" segments={healthSegments(endpoints, chosen, base)} />
      <Panel aria-label="Endpoints">
        {shown.length === 0 ? (
          <EmptyState title="Nothing matches">No endpoint is {chosen} at the moment.</EmptyState>
        ) : (
          <RowKeys>
            <EndpointTable endpoints={shown} base={base} eventTypeCount={eventTypes.length} />
          </RowKeys>
        )}
        <PanelFoot>
          <StripLegend>One slot is one hour, the last 24 hours</StripLegend>
        </PanelFoot>
      </Panel>
    </>
  );
}

function healthSegments(endpoints: EndpointListItem[], chosen: EndpointHealth | undefined, base: string) {
  const all: Segment = { label: "All", href: base, chosen: !chosen, count: String(endpoints.length) };
  return [
    all,
    ...endpointHealths.flatMap((health): Segment[] => {
      const count = endpoints.filter((endpoint) => endpoint.health === health).length;
      const { word: label, glyph, tone } = healthLooks[health];
      if (count === 0 && chosen !== health) return [];
      return [
        {
          label,
          href: `${base}?health=${health}`,
          chosen: chosen === health,
          glyph,
          tone,
          count: String(count),
        },
      ];
    }),
  ];
}

/** "One is failing, 2 are disabled." */
function needSentence(endpoints: EndpointListItem[]): string {
  const parts = (["failing", "disabled"] as const).flatMap((health) => {
    const count = endpoints.filter((endpoint) => endpoint.health === health).length;
    return count === 0 ? [] : [`${count === 1 ? "one is" : `${count} are`} ${health}`];
  });
  const sentence = parts.join(", ");
  return sentence && `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
