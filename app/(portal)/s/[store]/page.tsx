import type { Metadata } from "next";
import { Suspense } from "react";
import { currentMember } from "@/app/(portal)/member";
import { PageHead } from "@/components/ui/panel";
import { ListSkeleton } from "@/components/ui/states";
import { formatDay } from "@/lib/platform/format-time";
import { readViewpoint } from "../../viewer";
import { OverviewContent } from "./overview-content";
import { Room } from "./room";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: PageProps<"/s/[store]">) {
  const { store: slug } = await params;
  const member = await currentMember(slug);
  const view = await readViewpoint(member.store.timezone);
  const title = (
    <>
      <span className="sr-only">Overview, </span>
      {formatDay(view.now, view).replace("Today, ", "")}
    </>
  );
  return (
    <Room slug={slug} here="Overview">
      <Suspense
        fallback={
          <>
            <PageHead title={title} />
            <ListSkeleton rows={8} />
          </>
        }
      >
        <OverviewContent member={member} view={view} title={title} />
      </Suspense>
    </Room>
  );
}
