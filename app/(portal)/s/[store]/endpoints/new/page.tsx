import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { Reason } from "@/components/ui/button";
import { PageHead, Panel } from "@/components/ui/panel";
import { eventTypes } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import { Room } from "../../room";
import { addEndpointAction } from "./actions";
import { NewEndpoint } from "./new-endpoint";

export const metadata: Metadata = { title: "Add endpoint" };

export default async function NewEndpointPage({ params }: PageProps<"/s/[store]/endpoints/new">) {
  const { store: slug } = await params;
  const { store, ownerName } = await currentMember(slug);
  const base = `/s/${slug}/endpoints`;
  return (
    <Room slug={slug} above={[{ name: "Endpoints", href: base }]} here="Add endpoint">
      {store.role === "viewer" ? (
        <>
          <PageHead title="Add endpoint" />
          <Panel className="p-4.5">
            <Reason>
              You are a viewer. Ask {ownerName ? `${ownerName}, the owner,` : "the owner"} to add it.
            </Reason>
          </Panel>
        </>
      ) : (
        <NewEndpoint
          base={base}
          action={addEndpointAction.bind(null, slug)}
          eventTypes={eventTypes.map((name) => ({ name, description: eventTypeRegistry[name].description }))}
        />
      )}
    </Room>
  );
}
