import type { Metadata } from "next";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { AuditTable } from "@/components/webhooks/audit-table";
import { ButtonLink } from "@/components/ui/button";
import { PageHead, Panel, PanelFoot } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { listAudit } from "@/lib/identity";
import { Uuid } from "@/lib/platform/ids";
import { Room } from "../room";

export const metadata: Metadata = { title: "Audit log" };

const take = 50;

export default async function AuditPage({ params, searchParams }: PageProps<"/s/[store]/audit">) {
  const { store: slug } = await params;
  const { ctx, store } = await currentMember(slug);
  const before = Uuid.safeParse((await searchParams).before).data;
  const entries = await listAudit(ctx, { before, take });
  const oldest = entries.length === take ? entries.at(-1) : undefined;
  const path = `/s/${slug}/audit`;
  return (
    <Room slug={slug} here="Audit log">
      <PageHead title="Audit log">
        <p className="text-ink-2 mt-1 max-w-[72ch]">
          Who changed what at {store.name}, and why: its members, and our own people when they help.
        </p>
      </PageHead>
      <Panel aria-label="Entries">
        {entries.length === 0 ? (
          <EmptyState title={before ? "Nothing older" : "Nothing yet"}>
            What members and support do from now on is written here.
          </EmptyState>
        ) : (
          <AuditTable
            entries={entries}
            baseOf={() => `/s/${slug}`}
            view={await readViewpoint(store.timezone)}
          />
        )}
        {(before || oldest) && (
          <PanelFoot>
            <span>Newest first, {entries.length} shown</span>
            <span className="ml-auto flex gap-2">
              {before && (
                <ButtonLink size="s" href={path}>
                  Newest
                </ButtonLink>
              )}
              {oldest && (
                <ButtonLink size="s" href={`${path}?before=${oldest.id}`}>
                  Older
                </ButtonLink>
              )}
            </span>
          </PanelFoot>
        )}
      </Panel>
    </Room>
  );
}
