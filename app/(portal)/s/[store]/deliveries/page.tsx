import type { Metadata } from "next";
import { Suspense } from "react";
import { currentMember } from "@/app/(portal)/member";
import { PageHead } from "@/components/ui/panel";
import { ListSkeleton } from "@/components/ui/states";
import { readDeliveryQuery } from "@/app/delivery-list/delivery-filter";
import { Room } from "../room";
import { StoreDeliveries } from "../store-deliveries";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage({ params, searchParams }: PageProps<"/s/[store]/deliveries">) {
  const { store: slug } = await params;
  const { store } = await currentMember(slug);
  return (
    <Room slug={slug} here="Deliveries">
      <PageHead title="Deliveries">
        <p className="text-ink-2 mt-1">Each event on its way to each endpoint of {store.name}.</p>
      </PageHead>
      <Suspense fallback={<ListSkeleton rows={8} />}>
        <StoreDeliveries
          slug={slug}
          path={`/s/${slug}/deliveries`}
          query={readDeliveryQuery(await searchParams)}
        />
      </Suspense>
    </Room>
  );
}
