import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { Panel } from "@/components/ui/panel";
import { HealthNotice } from "@/components/webhooks/health-notice";
import { SlotChart } from "@/components/webhooks/slot-strip";
import { formatClock } from "@/lib/platform/format-time";
import { getEndpoint } from "@/lib/webhooks";
import { readDeliveryQuery } from "@/app/delivery-list/delivery-filter";
import { StoreDeliveries } from "../../store-deliveries";
import { EndpointRoom } from "./endpoint-room";

export const metadata: Metadata = { title: "Endpoint" };

const hoursBetweenNames = 3;

export default async function EndpointPage({ params, searchParams }: PageProps<"/s/[store]/endpoints/[id]">) {
  const { store: slug, id } = await params;
  const { ctx, store } = await currentMember(slug);
  const endpoint = await orNotFound(getEndpoint(ctx, id));
  const view = await readViewpoint(store.timezone);
  const hourNames = endpoint.hours.map(({ hour }, index) =>
    index % hoursBetweenNames === 0 ? formatClock(hour, view).slice(0, 5) : "",
  );
  return (
    <EndpointRoom slug={slug} id={id} tab="Deliveries">
      <Panel aria-label="Health">
        <HealthNotice endpoint={endpoint} deliveriesPath={`/s/${slug}/deliveries`} />
        <div className="desk:block hidden px-4.5 pb-4.5">
          <SlotChart hours={endpoint.hours} hourNames={hourNames} />
        </div>
      </Panel>
      <StoreDeliveries
        slug={slug}
        path={`/s/${slug}/endpoints/${id}`}
        query={readDeliveryQuery(await searchParams)}
        endpointId={id}
      />
    </EndpointRoom>
  );
}
