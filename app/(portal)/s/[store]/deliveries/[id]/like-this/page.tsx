import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { DeliveryRows } from "@/app/delivery-list/delivery-rows";
import { PageHead, Panel } from "@/components/ui/panel";
import { failureText } from "@/components/webhooks/failure-text";
import { formatPlural } from "@/lib/platform/format-figure";
import { getDelivery, listLikeThis } from "@/lib/webhooks";
import { Room } from "../../../room";
import { resendBar } from "../../../store-deliveries";

export const metadata: Metadata = { title: "Deliveries like this one" };

export default async function LikeThisPage({ params }: PageProps<"/s/[store]/deliveries/[id]/like-this">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const { endpointName, status, lastFailure, lastStatusCode } = await orNotFound(getDelivery(ctx, id));
  const alike = await listLikeThis(ctx, { deliveryId: id });
  const base = `/s/${slug}/deliveries`;
  return (
    <Room
      slug={slug}
      above={[
        { name: "Deliveries", href: base },
        { name: id, href: `${base}/${id}` },
      ]}
      here="Like this one"
    >
      <PageHead title={`${formatPlural(alike.length, "delivery")} like this one`}>
        <p className="text-ink-2 mt-1">
          To {endpointName}, {status}, the last answer the same: {failureText(lastFailure, lastStatusCode)}.
        </p>
      </PageHead>
      <Panel aria-label="Deliveries">
        <DeliveryRows
          items={alike}
          base={base}
          view={await readViewpoint(store.timezone)}
          withEndpoint={false}
          bar={resendBar(member)}
        />
      </Panel>
    </Room>
  );
}
