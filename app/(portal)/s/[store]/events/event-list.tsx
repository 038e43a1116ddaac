import { listHref } from "@/app/list-href";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { ChosenFilter } from "@/components/ui/filter-chips";
import { NewestFirstPager } from "@/components/ui/newest-first-pager";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { EmptyState, NothingYet } from "@/components/ui/states";
import { EventTable } from "@/components/webhooks/event-table";
import { EventTypeFilter } from "@/components/webhooks/event-type-filter";
import { SubjectFilter } from "@/components/webhooks/subject-filter";
import { eventTypes } from "@/lib/events";
import { listEvents } from "@/lib/webhooks";
import type { EventQuery } from "./event-query";

const take = 50;

/** The store's facts, newest first, by its filters and page by page. */
export async function EventList({ slug, query }: { slug: string; query: EventQuery }) {
  const { ctx, store } = await currentMember(slug);
  const path = `/s/${slug}/events`;
  const { type, subject, before, after } = query;
  const { items, next, previous } = await listEvents(ctx, {
    type,
    subjectName: subject,
    before,
    after,
    take,
  });
  const href = (change: EventQuery) => listHref(path, { type, subject, ...change });
  const isNarrowed = Boolean(type ?? subject);
  if (items.length === 0 && !isNarrowed)
    return <NothingYet title="No events yet">The next booking is the first.</NothingYet>;
  return (
    <>
      <FilterBar>
        <EventTypeFilter types={eventTypes} chosen={type} hrefOf={(one) => href({ type: one })} />
        {subject ? (
          <ChosenFilter name="booking or order" href={href({ subject: undefined })}>
            {subject}
          </ChosenFilter>
        ) : (
          <SubjectFilter path={path} query={type ? { type } : {}} />
        )}
      </FilterBar>
      <Panel aria-label="Events" key={href({})}>
        {items.length === 0 ? (
          <EmptyState title="Nothing matches" action={<ButtonLink href={path}>Show all</ButtonLink>}>
            No event of this type tells of it.
          </EmptyState>
        ) : (
          <RowKeys>
            <EventTable events={items} base={path} view={await readViewpoint(store.timezone)} />
          </RowKeys>
        )}
        <NewestFirstPager shown={items.length} previous={previous} next={next} hrefOf={href} />
      </Panel>
    </>
  );
}
