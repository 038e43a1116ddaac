import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { requireSupport } from "@/app/(auth)/signed-in";
import { SupportRoom } from "@/app/(support)/support/support-room";
import { ActsTable } from "@/app/(support)/support/acts-table";
import { AsOf } from "@/components/support/as-of";
import { BigFind } from "@/components/support/big-find";
import { FailingStores } from "@/components/support/failing-stores";
import { FoundList } from "@/components/support/found-list";
import { QueueHealth } from "@/components/support/queue-health";
import { PageHead, Panel, PanelFoot, PanelHead } from "@/components/ui/panel";
import { LiveRows } from "@/components/webhooks/live-rows";
import { StripLegend } from "@/components/webhooks/strip-legend";
import { EmptyState, ListSkeleton } from "@/components/ui/states";
import { listSupportAudit } from "@/lib/identity";
import { getQueueHealth, listFailingStores, searchAcross } from "@/lib/webhooks";
import type { Found } from "@/lib/webhooks/contract";

export const metadata: Metadata = { title: "Support console" };

const actsShown = 8;

export default async function SupportHomePage({ searchParams }: PageProps<"/support">) {
  await requireSupport();
  const { q: asked } = await searchParams;
  const q = typeof asked === "string" ? asked.trim().slice(0, 200) : "";
  const found = (q ? await searchAcross({ q }) : []).map((one) => ({ ...one, href: hrefOf(one) }));
  const [only] = found;
  // An id that was pasted whole opens at once.
  if (only && found.length === 1 && (only.id === q || /^(ep|dlv|att|evt)_/.test(q))) redirect(only.href);
  const stores = await listFailingStores();
  return (
    <SupportRoom here="Stores" freshness={<AsOf />}>
      <PageHead title={sentence(stores.length)} />
      <BigFind q={q} />
      {q && <FoundList q={q} found={found} />}
      <div className="wide:grid-cols-[minmax(0,1fr)_300px] grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <Panel aria-labelledby="failing">
            <PanelHead id="failing" title="By failing deliveries" />
            {stores.length === 0 ? (
              <EmptyState glyph="delivered" tone="text-delivered" title="Nobody needs us">
                Every store’s deliveries arrive.
              </EmptyState>
            ) : (
              <>
                <LiveRows rows={stores.map(({ storeId }) => ({ id: storeId }))} noun="failing store">
                  <FailingStores stores={stores} />
                </LiveRows>
                <PanelFoot>
                  <StripLegend>One slot is one hour, the last 24 hours</StripLegend>
                </PanelFoot>
              </>
            )}
          </Panel>
          <Acts />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-[inherit]">
          <Suspense fallback={<ListSkeleton />}>
            <Queue />
          </Suspense>
          <HouseRules />
        </div>
      </div>
    </SupportRoom>
  );
}

async function Queue() {
  // Imported when asked: the settings it reads are not there while the app is built.
  const { getHealth } = await import("@/lib/runtime");
  return <QueueHealth health={await getQueueHealth()} engine={await getHealth()} />;
}

async function Acts() {
  const acts = await listSupportAudit({ take: actsShown });
  return (
    <Panel aria-labelledby="acts">
      <PanelHead id="acts" title="What we did on merchants’ behalf">
        <Link href="/support/audit" className="link ml-auto">
          Audit log
        </Link>
      </PanelHead>
      {acts.length === 0 ? (
        <EmptyState title="Nothing yet">
          What one of us does in a store stands here, with its reason.
        </EmptyState>
      ) : (
        <ActsTable acts={acts} />
      )}
    </Panel>
  );
}

const HouseRules = () => (
  <Panel aria-labelledby="rules" className="desk:p-4.5 p-3.5">
    <h2 id="rules" className="head mb-1.5">
      House rules
    </h2>
    <ul className="text-dense text-ink-2 grid gap-1.5">
      <li>Whatever you change needs a reason. The merchant reads it, with your name.</li>
      <li>A resend has the same webhook-id: a receiver that knows it ignores it.</li>
      <li>Secrets are never shown here, to anyone.</li>
    </ul>
  </Panel>
);

function hrefOf({ kind, id, store }: Found): string {
  const path = `/support/stores/${store.slug}`;
  if (kind === "endpoint") return `${path}/endpoints/${id}`;
  return kind === "delivery" ? `${path}/deliveries/${id}` : path;
}

const numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** "Six stores have failing deliveries". */
const sentence = (count: number): string =>
  `${numbers[count] ?? count} ${count === 1 ? "store has" : "stores have"} failing deliveries`;
