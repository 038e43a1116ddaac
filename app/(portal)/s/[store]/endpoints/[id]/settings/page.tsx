import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { Panel, PanelHead } from "@/components/ui/panel";
import { DeleteEndpoint } from "@/components/webhooks/delete-endpoint";
import { countDeliveries, getEndpoint, getEndpointSettings } from "@/lib/webhooks";
import { env } from "@/lib/platform/env";
import { eventTypeOptions, operationalTypeOptions } from "../../event-type-options";
import { readNarrowing } from "../../narrowing";
import { deleteEndpointAction } from "../actions";
import { EndpointRoom } from "../endpoint-room";
import { saveEndpointAction } from "./actions";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: PageProps<"/s/[store]/endpoints/[id]/settings">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const endpoint = await orNotFound(getEndpoint(member.ctx, id));
  const settings = await getEndpointSettings(member.ctx, id);
  const { pending, failed, held } = await countDeliveries(member.ctx, { endpointId: id });
  return (
    <EndpointRoom slug={slug} id={id} tab="Settings">
      <SettingsForm
        endpoint={endpoint}
        save={saveEndpointAction.bind(null, slug, id)}
        settings={settings}
        eventTypes={eventTypeOptions}
        operationalTypes={operationalTypeOptions}
        choices={await readNarrowing(member.ctx, settings)}
        jwksUrl={new URL(`/.well-known/webhooks/${id}/jwks.json`, env().APP_URL).href}
        disabledReason={viewerReason(member, "change it")}
      />
      <Panel aria-labelledby="danger">
        <PanelHead id="danger" title="Delete this endpoint" />
        <div className="desk:px-4.5 desk:pb-4.5 grid justify-items-start gap-3 px-3.5 pb-3.5">
          <p className="text-ink-2 max-w-[72ch]">
            What waits for it is never sent, and events from then on pass it by. Disable it to hold them
            instead.
          </p>
          <DeleteEndpoint
            endpoint={endpoint}
            unsentCount={pending + failed + held}
            remove={deleteEndpointAction.bind(null, slug)}
            listHref={`/s/${slug}/endpoints`}
            disabledReason={viewerReason(member, "delete it")}
          />
        </div>
      </Panel>
    </EndpointRoom>
  );
}
