import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { DeliveryActions } from "@/components/webhooks/delivery-actions";
import { DeliveryView } from "@/components/webhooks/delivery-view";
import { getDelivery, listLikeThis } from "@/lib/webhooks";
import { LikeThis } from "@/components/webhooks/like-this";
import { Room } from "../../room";
import { cancelRetriesAction, resendAction } from "./actions";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({
  params,
  searchParams,
}: PageProps<"/s/[store]/deliveries/[id]">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const delivery = await orNotFound(getDelivery(ctx, id));
  const isBad = delivery.status === "failed" || delivery.status === "exhausted";
  const alike = isBad ? (await listLikeThis(ctx, { deliveryId: id })).length - 1 : 0;
  const { attempt } = await searchParams;
  const base = `/s/${slug}/deliveries`;
  return (
    <Room slug={slug} above={[{ name: "Deliveries", href: base }]} here={id}>
      <DeliveryView
        delivery={delivery}
        view={await readViewpoint(store.timezone)}
        base={base}
        endpointHref={`/s/${slug}/endpoints/${delivery.endpoint.id}`}
        storeBase={`/s/${slug}`}
        chosenAttempt={Number(attempt)}
        beside={
          alike > 0 && (
            <LikeThis alike={alike} endpointName={delivery.endpointName} href={`${base}/${id}/like-this`} />
          )
        }
        actions={
          <DeliveryActions
            delivery={delivery}
            resend={resendAction.bind(null, slug)}
            cancelRetries={cancelRetriesAction.bind(null, slug)}
            disabledReason={viewerReason(member, "resend it")}
          />
        }
      />
    </Room>
  );
}
