import type { Metadata } from "next";
import { requireSupport } from "@/app/(auth)/signed-in";
import { SupportRoom } from "@/app/(support)/support/support-room";
import { ActsTable } from "@/app/(support)/support/acts-table";
import { ButtonLink } from "@/components/ui/button";
import { PageHead, Panel, PanelFoot } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { listSupportAudit } from "@/lib/identity";
import { Uuid } from "@/lib/platform/ids";

export const metadata: Metadata = { title: "Audit log" };

const take = 100;

export default async function SupportAuditPage({ searchParams }: PageProps<"/support/audit">) {
  await requireSupport();
  const before = Uuid.safeParse((await searchParams).before).data;
  const acts = await listSupportAudit({ before, take });
  const last = acts.at(-1);
  return (
    <SupportRoom above={[{ name: "Stores", href: "/support" }]} here="Audit log">
      <PageHead title="Audit log">
        <p className="text-ink-2 mt-1">What we did on merchants’ behalf, newest first. They read the same.</p>
      </PageHead>
      <Panel aria-label="What we did">
        {acts.length === 0 ? (
          <EmptyState title={before ? "Nothing older" : "Nothing yet"}>
            What one of us does in a store stands here, with its reason.
          </EmptyState>
        ) : (
          <ActsTable acts={acts} />
        )}
        {(before || acts.length === take) && (
          <PanelFoot>
            {before && (
              <ButtonLink size="s" href="/support/audit">
                Newest
              </ButtonLink>
            )}
            {last && acts.length === take && (
              <ButtonLink size="s" href={`/support/audit?before=${last.id}`}>
                Older
              </ButtonLink>
            )}
          </PanelFoot>
        )}
      </Panel>
    </SupportRoom>
  );
}
