import { Download } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentMember } from "@/app/(portal)/member";
import { JsonView } from "@/components/ui/json-view";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { eventExample, eventSchema, eventTypes, operationalTypes } from "@/lib/events";
import { eventTypeRegistry, operationalTypeRegistry } from "@/lib/events/contract";
import { Room } from "../../room";
import { SchemaTree } from "./schema-tree";

export const metadata: Metadata = { title: "Event type" };

export default async function EventTypePage({ params }: PageProps<"/s/[store]/catalogue/[type]">) {
  const { store: slug, type: asked } = await params;
  await currentMember(slug);
  const type = [...eventTypes, ...operationalTypes].find((one) => one === asked) ?? notFound();
  const { description, never, automates } = { ...eventTypeRegistry, ...operationalTypeRegistry }[type];
  const above = [{ name: "Event catalogue", href: `/s/${slug}/catalogue` }];
  return (
    <Room slug={slug} above={above} here={type}>
      <PageHead title={type}>
        <p className="say mt-2">{description}</p>
        <p className="text-ink-2 mt-1.5 max-w-[72ch]">{never}</p>
      </PageHead>
      <Panel aria-labelledby="automate">
        <PanelHead id="automate" title="What merchants automate with it" />
        <ul className="desk:px-4.5 desk:pb-4.5 wide:grid-cols-2 marker:text-ink-3 ml-4.5 grid list-disc gap-x-9 gap-y-1.5 px-3.5 pb-3.5">
          {automates.map((use) => (
            <li key={use}>{use}.</li>
          ))}
        </ul>
      </Panel>
      <div className="wide:grid-cols-2 grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <Panel aria-labelledby="schema">
          <PanelHead id="schema" title="Schema">
            <a
              href={`/s/${slug}/catalogue/${type}/schema`}
              download={`${type}.schema.json`}
              className="link ml-auto inline-flex items-center gap-1.5"
            >
              <Download aria-hidden className="size-4" strokeWidth={1.5} />
              JSON Schema
            </a>
          </PanelHead>
          <div className="desk:px-4.5 desk:pb-4.5 overflow-x-auto px-3.5 pb-3.5">
            <SchemaTree schema={eventSchema(type)} />
          </div>
        </Panel>
        <Panel aria-labelledby="example">
          <PanelHead id="example" title="Example">
            <span className="text-ink-3">as it is sent</span>
          </PanelHead>
          <div className="desk:px-4.5 desk:pb-4.5 px-3.5 pb-3.5">
            <JsonView text={JSON.stringify(eventExample(type), null, 2)} label="the example" />
          </div>
        </Panel>
      </div>
    </Room>
  );
}
