import type { Metadata } from "next";
import { Suspense } from "react";
import { currentMember } from "@/app/(portal)/member";
import { PageHead } from "@/components/ui/panel";
import { ListSkeleton } from "@/components/ui/states";
import { Room } from "../room";
import { OrderList } from "./order-list";
import { readOrderQuery } from "./order-query";

export const metadata: Metadata = { title: "Orders" };

export default async function OrdersPage({ params, searchParams }: PageProps<"/s/[store]/orders">) {
  const { store: slug } = await params;
  const { store } = await currentMember(slug);
  return (
    <Room slug={slug} here="Orders">
      <PageHead title="Orders">
        <p className="text-ink-2 mt-1">What customers checked out at {store.name}, and where its money is.</p>
      </PageHead>
      <Suspense fallback={<ListSkeleton rows={8} />}>
        <OrderList slug={slug} query={readOrderQuery(await searchParams)} />
      </Suspense>
    </Room>
  );
}
