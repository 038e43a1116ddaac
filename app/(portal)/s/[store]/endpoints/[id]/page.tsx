import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead, Panel } from "@/components/ui/panel";
import { HealthNotice } from "@/components/webhooks/health-notice";
import { SlotChart } from "@/components/webhooks/slot-strip";
import { formatClock } from "@/lib/platform/format-time";
import { getEndpoint } from "@/lib/webhooks";
import { readDeliveryFilter } from "../../delivery-filter";
import { DeliveryList } from "../../delivery-list";
import { Room } from "../../room";

export const metadata: Metadata = { title: "Endpoint" };

const hoursBetweenNames = 3;

export default async function EndpointPage({ params, searchParams }: PageProps<"/s/[store]/endpoints/[id]">) {
  const { store: slug, id } = await params;
  const { ctx, store } = await currentMember(slug);
  const endpoint = await orNotFound(getEndpoint(ctx, id));
  const view = await readViewpoint(store.timezone);
  const base = `/s/${slug}/endpoints`;
  const hourNames = endpoint.hours.map(({ hour }, index) =>
    index % hoursBetweenNames === 0 ? formatClock(hour, view).slice(0, 5) : "",
  );
  return (
    <Room slug={slug} above={[{ name: "Endpoints", href: base }]} here={endpoint.name}>
      <PageHead title={endpoint.name}>
        <p className="text-ink-2 mt-[3px] flex flex-wrap items-center gap-1">
          <span className="ident wrap-anywhere">{endpoint.url}</span>
          <CopyButton text={endpoint.url} what="the URL" />
        </p>
      </PageHead>
      <Panel aria-label="Health">
        <HealthNotice endpoint={endpoint} />
        <div className="desk:block hidden px-4.5 pb-4.5">
          <SlotChart hours={endpoint.hours} hourNames={hourNames} />
        </div>
      </Panel>
      <DeliveryList
        slug={slug}
        path={`${base}/${id}`}
        filter={readDeliveryFilter(await searchParams)}
        endpointId={id}
      />
    </Room>
  );
}
