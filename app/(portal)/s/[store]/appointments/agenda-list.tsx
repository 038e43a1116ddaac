import { listHref } from "@/app/list-href";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { FilterBar } from "@/components/ui/filter-bar";
import { AgendaSegments } from "@/components/booking/agenda-segments";
import { AgendaTable } from "@/components/booking/agenda-table";
import { ButtonLink } from "@/components/ui/button";
import { ListPager } from "@/components/ui/list-pager";
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
      <FilterBar>
        <AgendaSegments hrefOf={(one) => href({ status: one })} chosen={status} counts={counts} />
        <AgendaFilters path={path} query={query} bookables={bookables} />
      </FilterBar>
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
        <ListPager
          sorted="In order of time"
          shown={items.length}
          ways={{ Earlier: earlier && href({ before: earlier }), Later: later && href({ after: later }) }}
        />
      </Panel>
    </>
  );
}
