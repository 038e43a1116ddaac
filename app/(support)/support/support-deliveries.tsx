import { readViewpoint } from "@/app/(portal)/viewer";
import type { DeliveryQuery } from "@/app/delivery-list/delivery-filter";
import { DeliveryList } from "@/app/delivery-list/delivery-list";
import { SelectedResend } from "@/components/support/selected-resend";
import { resendMax } from "@/lib/webhooks/contract";
import { resendAction } from "./actions";
import { currentStore } from "./supported-store";

type SupportDeliveriesProps = { slug: string; path: string; query: DeliveryQuery; endpointId?: string };

/** A store's deliveries, or an endpoint's, to tick and resend. A page holds as many as one resend takes. */
export async function SupportDeliveries({ slug, ...list }: SupportDeliveriesProps) {
  const { ctx, store } = await currentStore(slug);
  return (
    <DeliveryList
      {...list}
      ctx={ctx}
      view={await readViewpoint(store.timezone)}
      base={`/support/stores/${slug}/deliveries`}
      showsFailing
      take={resendMax}
      bar={<SelectedResend storeName={store.name} resend={resendAction.bind(null, slug)} />}
    />
  );
}
