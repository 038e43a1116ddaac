import type { Metadata } from "next";
import { Suspense } from "react";
import { currentMember } from "@/app/(portal)/member";
import { PageHead } from "@/components/ui/panel";
import { ListSkeleton } from "@/components/ui/states";
import { Room } from "../room";
import { EventList } from "./event-list";
import { readEventQuery } from "./event-query";

export const metadata: Metadata = { title: "Events" };

export default async function EventsPage({ params, searchParams }: PageProps<"/s/[store]/events">) {
  const { store: slug } = await params;
  const { store } = await currentMember(slug);
  return (
    <Room slug={slug} here="Events">
      <PageHead title="Events">
        <p className="text-ink-2 mt-1">
          What happened at {store.name}, each fact once, and how far it came at your endpoints.
        </p>
      </PageHead>
      <Suspense fallback={<ListSkeleton rows={8} />}>
        <EventList slug={slug} query={readEventQuery(await searchParams)} />
      </Suspense>
    </Room>
  );
}
