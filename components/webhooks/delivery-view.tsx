import type { ReactNode } from "react";
import { JsonView } from "@/components/ui/json-view";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Viewpoint } from "@/lib/platform/format-time";
import { describeDelivery, explainFailure, type DeliveryDetail } from "@/lib/webhooks/contract";
import { DeliveryAttempts } from "./delivery-attempts";
import { DeliveryFacts } from "./delivery-facts";
import { Diagnosis } from "./diagnosis";
import { Siblings } from "./siblings";

type DeliveryViewProps = {
  delivery: DeliveryDetail;
  view: Viewpoint;
  /** Where the store's deliveries are: `${base}/${id}`. */
  base: string;
  endpointHref: string;
  /** The store's pages, for who may see its bookings. */
  storeBase?: string;
  /** The number of the attempt to show; the last one if there is none such. */
  chosenAttempt: number;
  /** What can be done with it, beside its title. */
  actions?: ReactNode;
  /** What else stands at its side, below the facts. */
  beside?: ReactNode;
};

/** A delivery as merchants and support read it: its state, the cause and what to do, each attempt, the payload. */
export function DeliveryView({
  delivery,
  view,
  base,
  endpointHref,
  storeBase,
  chosenAttempt,
  actions,
  beside,
}: DeliveryViewProps) {
  const last = delivery.attemptDetails.at(-1);
  const explanation = last && explainFailure(last, view);
  return (
    <>
      <PageHead
        actions={actions}
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
          <DeliveryAttempts delivery={delivery} path={`${base}/${delivery.id}`} chosen={chosenAttempt} />
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
          <DeliveryFacts delivery={delivery} endpointHref={endpointHref} storeBase={storeBase} />
          {delivery.siblings.length > 0 && (
            <Panel aria-labelledby="siblings">
              <PanelHead id="siblings" title="Same event, elsewhere" />
              <Siblings siblings={delivery.siblings} base={base} />
            </Panel>
          )}
          {beside}
        </div>
      </div>
    </>
  );
}
