import { listHref } from "@/app/list-href";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { ButtonLink } from "@/components/ui/button";
import { AddFilter, ChosenFilter } from "@/components/ui/filter-chips";
import { Panel } from "@/components/ui/panel";
import { RowKeys } from "@/components/ui/row-keys";
import { EmptyState } from "@/components/ui/states";
import { EventTable } from "@/components/webhooks/event-table";
import { ListPager } from "@/components/webhooks/list-pager";
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
    return (
      <Panel className="border-control border-dashed">
        <EmptyState title="No events yet">The next booking is the first.</EmptyState>
      </Panel>
    );
  return (
    <>
      <div role="search" aria-label="Filters" className="flex flex-wrap items-center gap-2">
        {type ? (
          <ChosenFilter name="event type" href={href({ type: undefined })}>
            <span className="ident">{type}</span>
          </ChosenFilter>
        ) : (
          <AddFilter
            name="Event type"
            choices={eventTypes.map((one) => ({
              key: one,
              word: <span className="ident">{one}</span>,
              href: href({ type: one }),
            }))}
          />
        )}
        {subject ? (
          <ChosenFilter name="booking or order" href={href({ subject: undefined })}>
            {subject}
          </ChosenFilter>
        ) : (
          <SubjectFilter path={path} query={type ? { type } : {}} />
        )}
      </div>
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
        <ListPager
          shown={items.length}
          newerHref={previous && href({ after: previous })}
          olderHref={next && href({ before: next })}
        />
      </Panel>
    </>
  );
}
