import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember, type Member } from "@/app/(portal)/member";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/panel";
import { ListSkeleton } from "@/components/ui/states";
import { Room } from "../room";
import { EndpointList } from "./endpoint-list";

export const metadata: Metadata = { title: "Endpoints" };

export default async function EndpointsPage({ params, searchParams }: PageProps<"/s/[store]/endpoints">) {
  const { store: slug } = await params;
  const member = await currentMember(slug);
  const { health } = await searchParams;
  return (
    <Room slug={slug} here="Endpoints">
      <Suspense
        fallback={
          <>
            <PageHead title="Endpoints" />
            <ListSkeleton />
          </>
        }
      >
        <EndpointList member={member} health={health} add={<AddEndpoint member={member} />} />
      </Suspense>
    </Room>
  );
}

function AddEndpoint({ member }: { member: Member }) {
  const plus = <Plus aria-hidden className="size-4" strokeWidth={1.5} />;
  const reason = viewerReason(member, "add one");
  if (reason)
    return (
      <Button icon={plus} disabledReason={reason}>
        Add endpoint
      </Button>
    );
  return (
    <ButtonLink variant="primary" icon={plus} href={`/s/${member.store.slug}/endpoints/new`}>
      Add endpoint
    </ButtonLink>
  );
}
