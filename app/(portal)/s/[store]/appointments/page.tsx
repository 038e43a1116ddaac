import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { listHref } from "@/app/list-href";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember, type Member } from "@/app/(portal)/member";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/panel";
import { Segments } from "@/components/ui/segments";
import { ListSkeleton } from "@/components/ui/states";
import { countBookings, listBookables } from "@/lib/booking";
import { Room } from "../room";
import { AgendaCalendar } from "./agenda-calendar";
import { AgendaList } from "./agenda-list";
import { agendaViews, fromStart, readAgendaQuery, type AgendaQuery } from "./agenda-query";

export const metadata: Metadata = { title: "Appointments" };

export default async function AppointmentsPage({
  params,
  searchParams,
}: PageProps<"/s/[store]/appointments">) {
  const { store: slug } = await params;
  const member = await currentMember(slug);
  const query = readAgendaQuery(await searchParams);
  return (
    <Room slug={slug} here="Appointments">
      <Suspense
        fallback={
          <>
            <PageHead title="Appointments" />
            <ListSkeleton rows={8} />
          </>
        }
      >
        <Agenda member={member} query={query} />
      </Suspense>
    </Room>
  );
}

async function Agenda({ member, query }: { member: Member; query: AgendaQuery }) {
  const { ctx, store } = member;
  const path = `/s/${store.slug}/appointments`;
  const view = query.view ?? "list";
  const bookables = await listBookables(ctx);
  const { pending, scheduled } = await countBookings(ctx, {});
  const at = { slug: store.slug, path, query, bookables };
  return (
    <>
      <PageHead title="Appointments" actions={<BookByHand member={member} />}>
        <p className="text-ink-2 mt-1">
          {scheduled} scheduled ahead{pending > 0 && `, ${pending} to confirm`}.
        </p>
      </PageHead>
      <Segments
        label="View"
        segments={agendaViews.map((one) => ({
          label: one.charAt(0).toUpperCase() + one.slice(1),
          chosen: one === view,
          href: listHref(
            path,
            fromStart(query, { view: one === "list" ? undefined : one, status: undefined }),
          ),
        }))}
      />
      {view === "list" ? <AgendaList {...at} /> : <AgendaCalendar {...at} view={view} />}
    </>
  );
}

function BookByHand({ member }: { member: Member }) {
  const plus = <Plus aria-hidden className="size-4" strokeWidth={1.5} />;
  const reason = viewerReason(member, "book by hand");
  if (reason)
    return (
      <Button icon={plus} disabledReason={reason}>
        Book by hand
      </Button>
    );
  return (
    <ButtonLink variant="primary" icon={plus} href={`/s/${member.store.slug}/appointments/new`}>
      Book by hand
    </ButtonLink>
  );
}
