import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { JsonView } from "@/components/ui/json-view";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import { Diagnosis } from "@/components/webhooks/diagnosis";
import { Siblings } from "@/components/webhooks/siblings";
import { getDelivery } from "@/lib/webhooks";
import { describeDelivery, explainFailure } from "@/lib/webhooks/contract";
import { Room } from "../../room";
import { Attempts } from "./attempts";
import { Facts } from "./facts";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({
  params,
  searchParams,
}: PageProps<"/s/[store]/deliveries/[id]">) {
  const { store: slug, id } = await params;
  const { ctx, store } = await currentMember(slug);
  const delivery = await orNotFound(getDelivery(ctx, id));
  const view = await readViewpoint(store.timezone);
  const { attempt } = await searchParams;
  const base = `/s/${slug}/deliveries`;
  const last = delivery.attemptDetails.at(-1);
  const explanation = last && explainFailure(last, view);
  return (
    <Room slug={slug} above={[{ name: "Deliveries", href: base }]} here={id}>
      <PageHead
        title={
          <>
            {delivery.eventType} <span className="text-ink-3">to</span> {delivery.endpointName}
          </>
        }
      >
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <StatusBadge status={delivery.status} />
          <span className="text-ink-2">{describeDelivery(delivery, view)}</span>
        </p>
      </PageHead>
      {explanation && <Diagnosis {...explanation} isFailure={delivery.status !== "delivered"} />}
      <div className="wide:grid-cols-[minmax(0,1fr)_300px] grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <Attempts delivery={delivery} path={`${base}/${id}`} chosen={Number(attempt)} />
          <Panel aria-labelledby="payload">
            <PanelHead id="payload" title="Payload">
              <span className="text-ink-3">the exact bytes, the same on every attempt</span>
            </PanelHead>
            <div className="desk:px-4.5 desk:pb-4.5 px-3.5 pb-3.5">
              {delivery.body === null ? (
                <p className="text-ink-2">It is older than what is kept.</p>
              ) : (
                <JsonView text={delivery.body} label="the payload" />
              )}
            </div>
          </Panel>
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <Facts delivery={delivery} endpointsBase={`/s/${slug}/endpoints`} />
          {delivery.siblings.length > 0 && (
            <Panel aria-labelledby="siblings">
              <PanelHead id="siblings" title="Same event, elsewhere" />
              <Siblings siblings={delivery.siblings} base={base} />
            </Panel>
          )}
        </div>
      </div>
    </Room>
  );
}
