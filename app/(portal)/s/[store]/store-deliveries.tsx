import { currentMember, type Member } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import type { DeliveryQuery } from "@/app/delivery-list/delivery-filter";
import { DeliveryList } from "@/app/delivery-list/delivery-list";
import { ResendSelected } from "@/components/webhooks/resend-selected";
import { resendSelectedAction } from "./deliveries/actions";

const take = 50;

type StoreDeliveriesProps = { slug: string; path: string; query: DeliveryQuery; endpointId?: string };

/** A store's deliveries, or an endpoint's, to read and, by who may, to resend. */
export async function StoreDeliveries({ slug, ...list }: StoreDeliveriesProps) {
  const member = await currentMember(slug);
  return (
    <DeliveryList
      {...list}
      ctx={member.ctx}
      view={await readViewpoint(member.store.timezone)}
      base={`/s/${slug}/deliveries`}
      take={take}
      bar={resendBar(member)}
    />
  );
}

/** None for a viewer. */
export const resendBar = ({ store: { slug, role } }: Member) =>
  role !== "viewer" && <ResendSelected resend={resendSelectedAction.bind(null, slug)} />;
