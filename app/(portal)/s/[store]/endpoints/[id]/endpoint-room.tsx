import type { ReactNode } from "react";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import { PageHead } from "@/components/ui/panel";
import { Tabs } from "@/components/ui/tabs";
import { DisableEndpoint } from "@/components/webhooks/disable-endpoint";
import { EnableEndpoint } from "@/components/webhooks/enable-endpoint";
import { SendExample } from "@/components/webhooks/send-example";
import { eventTypes } from "@/lib/events";
import { formatPlural } from "@/lib/platform/format-figure";
import { countDeliveries, getEndpoint } from "@/lib/webhooks";
import { Room } from "../../room";
import { disableEndpointAction, enableEndpointAction, sendExampleAction } from "./actions";

type EndpointRoomProps = {
  slug: string;
  id: string;
  tab: "Deliveries" | "Secret" | "Settings";
  children: ReactNode;
};

/** One endpoint: what it is, what can be done with it, and its rooms. */
export async function EndpointRoom({ slug, id, tab, children }: EndpointRoomProps) {
  const member = await currentMember(slug);
  const { ctx } = member;
  const endpoint = await orNotFound(getEndpoint(ctx, id));
  const { name, url, description, heldCount } = endpoint;
  const counts = await countDeliveries(ctx, { endpointId: id });
  const base = `/s/${slug}/endpoints`;
  const isDisabled = endpoint.disabledAt !== null;
  const held = formatPlural(heldCount, "event");
  return (
    <Room
      slug={slug}
      above={[
        { name: "Endpoints", href: base },
        ...(tab === "Deliveries" ? [] : [{ name, href: `${base}/${id}` }]),
      ]}
      here={tab === "Deliveries" ? name : tab}
    >
      {isDisabled && (
        <Banner
          tone="held"
          title={`${name} is disabled, ${heldCount === 0 ? "nothing" : held} ${heldCount > 1 ? "are" : "is"} held.`}
          // Always here: an open dialog stays open while the first event comes to be held.
          action={
            <EnableEndpoint
              size="s"
              endpoint={endpoint}
              enable={enableEndpointAction.bind(null, slug)}
              disabledReason={viewerReason(member, "enable it")}
            />
          }
        >
          {heldCount === 0 ? "What happens from now on is held for it, not lost." : "Nothing is lost."}
        </Banner>
      )}
      <PageHead
        title={name}
        actions={
          <>
            {!isDisabled && (
              <SendExample
                endpoint={endpoint}
                eventTypes={endpoint.eventTypes.length > 0 ? endpoint.eventTypes : eventTypes}
                send={sendExampleAction.bind(null, slug)}
                deliveriesBase={`/s/${slug}/deliveries`}
                disabledReason={viewerReason(member, "send one")}
              />
            )}
            {!isDisabled && (
              <DisableEndpoint
                endpoint={endpoint}
                openCount={counts.pending + counts.failed}
                disable={disableEndpointAction.bind(null, slug)}
                disabledReason={viewerReason(member, "disable it")}
              />
            )}
          </>
        }
      >
        <p className="text-ink-2 mt-[3px] flex flex-wrap items-center gap-1">
          <span className="ident wrap-anywhere">{url}</span>
          <CopyButton text={url} what="the URL" />
        </p>
        {description && (
          <p className="text-ink-2 mt-1.5 max-w-[72ch] wrap-anywhere whitespace-pre-line">{description}</p>
        )}
      </PageHead>
      <Tabs
        label={name}
        current={tab}
        tabs={[
          { name: "Deliveries", href: `${base}/${id}` },
          { name: "Secret", href: `${base}/${id}/secret` },
          { name: "Settings", href: `${base}/${id}/settings` },
        ]}
      />
      {children}
    </Room>
  );
}
