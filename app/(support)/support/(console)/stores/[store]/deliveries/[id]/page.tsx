import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { resendOneAction } from "@/app/(support)/support/actions";
import { currentStore } from "@/app/(support)/support/supported-store";
import { SupportRoom } from "@/app/(support)/support/support-room";
import { LiveBanner, LiveStatus } from "@/components/shell/live";
import { ResendButton } from "@/components/support/resend-button";
import { DeliveryView } from "@/components/webhooks/delivery-view";
import { getDelivery } from "@/lib/webhooks";

export const metadata: Metadata = { title: "Delivery" };

export default async function SupportedDeliveryPage({
  params,
  searchParams,
}: PageProps<"/support/stores/[store]/deliveries/[id]">) {
  const { store: slug, id } = await params;
  const { ctx, store } = await currentStore(slug);
  const delivery = await orNotFound(getDelivery(ctx, id));
  const { attempt } = await searchParams;
  const path = `/support/stores/${slug}`;
  return (
    <SupportRoom
      above={[
        { name: "Stores", href: "/support" },
        { name: store.name, href: path },
      ]}
      here={id}
      freshness={<LiveStatus />}
    >
      <LiveBanner />
      <DeliveryView
        delivery={delivery}
        view={await readViewpoint(store.timezone)}
        base={`${path}/deliveries`}
        endpointHref={`${path}/endpoints/${delivery.endpoint.id}`}
        chosenAttempt={Number(attempt)}
        actions={
          <ResendButton
            ids={[id]}
            storeName={store.name}
            resend={resendOneAction.bind(null, slug)}
            isPrimary={delivery.status === "failed" || delivery.status === "exhausted"}
          />
        }
      />
    </SupportRoom>
  );
}
