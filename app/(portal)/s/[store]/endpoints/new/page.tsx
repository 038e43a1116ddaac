import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { Reason } from "@/components/ui/button";
import { PageHead, Panel } from "@/components/ui/panel";
import { Room } from "../../room";
import { eventTypeOptions, operationalTypeOptions } from "../event-type-options";
import { readNarrowing } from "../narrowing";
import { addEndpointAction } from "./actions";
import { NewEndpoint } from "./new-endpoint";

export const metadata: Metadata = { title: "Add endpoint" };

export default async function NewEndpointPage({ params }: PageProps<"/s/[store]/endpoints/new">) {
  const { store: slug } = await params;
  const member = await currentMember(slug);
  const reason = viewerReason(member, "add it");
  const base = `/s/${slug}/endpoints`;
  return (
    <Room slug={slug} above={[{ name: "Endpoints", href: base }]} here="Add endpoint">
      {reason ? (
        <>
          <PageHead title="Add endpoint" />
          <Panel className="p-4.5">
            <Reason>{reason}</Reason>
          </Panel>
        </>
      ) : (
        <NewEndpoint
          base={base}
          action={addEndpointAction.bind(null, slug)}
          eventTypes={eventTypeOptions}
          operationalTypes={operationalTypeOptions}
          choices={await readNarrowing(member.ctx)}
        />
      )}
    </Room>
  );
}
