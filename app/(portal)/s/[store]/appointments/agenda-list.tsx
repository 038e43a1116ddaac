import { listHref } from "@/app/list-href";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { AgendaPager } from "@/components/booking/agenda-pager";
import { AgendaSegments } from "@/components/booking/agenda-segments";
import { AgendaTable } from "@/components/booking/agenda-table";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { EmptyState } from "@/components/ui/states";
import { countBookings, daysSpan, listBookings } from "@/lib/booking";
import type { Bookables } from "@/lib/booking/contract";
import { AgendaFilters } from "./agenda-filters";
import { fromStart, type AgendaQuery } from "./agenda-query";

const take = 50;

type AgendaListProps = { slug: string; path: string; query: AgendaQuery; bookables: Bookables };

/** The book as a list: from what is not over yet on, or one day of it. */
export async function AgendaList({ slug, path, query, bookables }: AgendaListProps) {
  const { ctx, store } = await currentMember(slug);
  const { status, staff: staffMemberId, location: locationId, date, before, after } = query;
  const zone = bookables.locations.find(({ id }) => id === locationId)?.zone ?? bookables.zone;
  const filter = { staffMemberId, locationId, ...(date && daysSpan({ date, zone })) };
  const counts = await countBookings(ctx, filter);
  const { items, earlier, later } = await listBookings(ctx, { ...filter, status, before, after, take });
  const { now } = await readViewpoint(store.timezone);
  const href = (change: AgendaQuery) => listHref(path, fromStart(query, change));
  return (
    <>
      <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        <AgendaSegments hrefOf={(one) => href({ status: one })} chosen={status} counts={counts} />
        <AgendaFilters path={path} query={query} bookables={bookables} />
      </div>
      <Panel aria-label="Appointments" key={href({})}>
        {items.length === 0 ? (
          <EmptyState
            title={href({}) === path ? "Nothing ahead" : "Nothing matches"}
            action={href({}) === path ? undefined : <ButtonLink href={path}>Show all</ButtonLink>}
          >
            {href({}) === path
              ? "The next booking stands here, by a customer or by hand."
              : "No appointment has these filters."}
          </EmptyState>
        ) : (
          <RowKeys>
            <AgendaTable items={items} base={path} now={now} />
          </RowKeys>
        )}
        <AgendaPager
          shown={items.length}
          earlierHref={earlier && href({ before: earlier })}
          laterHref={later && href({ after: later })}
        />
      </Panel>
    </>
  );
}
