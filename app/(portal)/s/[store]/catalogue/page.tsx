import type { Metadata } from "next";
import Link from "next/link";
import { currentMember } from "@/app/(portal)/member";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { eventTypeRegistry, operationalTypeRegistry } from "@/lib/events/contract";
import { Room } from "../room";

export const metadata: Metadata = { title: "Event catalogue" };

const groups = ["Appointments", "Orders", "Operational"] as const;
const notes: Partial<Record<(typeof groups)[number], string>> = {
  Operational:
    "About your other endpoints. Chosen type by type in an endpoint's advanced settings; “all event types” does not include them.",
};
const definitions = [...Object.values(eventTypeRegistry), ...Object.values(operationalTypeRegistry)];

export default async function CataloguePage({ params }: PageProps<"/s/[store]/catalogue">) {
  const { store: slug } = await params;
  await currentMember(slug);
  return (
    <Room slug={slug} here="Event catalogue">
      <PageHead title="Event catalogue">
        <p className="text-ink-2 mt-1 max-w-[72ch]">
          What an endpoint can hear of: when each event fires, what it carries and what merchants do with it.
        </p>
      </PageHead>
      {groups.map((group) => (
        <Panel key={group} aria-labelledby={group}>
          <PanelHead id={group} title={group} />
          {notes[group] && (
            <p className="text-ink-2 desk:px-4.5 max-w-[72ch] px-3.5 pb-3.5">{notes[group]}</p>
          )}
          <ul>
            {definitions
              .filter((definition) => definition.group === group)
              .map(({ name, description, automates }) => (
                <li
                  key={name}
                  className="border-line hover:bg-hover desk:px-4.5 relative grid gap-1 border-t px-3.5 py-3.5"
                >
                  <p className="text-lead">{description}</p>
                  <p className="text-dense text-ink-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
                    <Link
                      href={`/s/${slug}/catalogue/${name}`}
                      className="ident text-accent font-[450] after:absolute after:inset-0 hover:underline"
                    >
                      {name}
                    </Link>
                    <span>
                      {automates[0]}, and {automates.length - 1} more uses
                    </span>
                  </p>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </Room>
  );
}
