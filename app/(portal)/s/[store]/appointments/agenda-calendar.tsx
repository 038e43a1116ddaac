import { listHref } from "@/app/list-href";
import { currentMember } from "@/app/(portal)/member";
import { readViewpoint } from "@/app/(portal)/viewer";
import { AgendaKeys } from "@/components/booking/agenda-keys";
import { AgendaLegend } from "@/components/booking/agenda-legend";
import { addDays, longDay, mondayOf, shortDay } from "@/components/booking/calendar-day";
import { DayCalendar } from "@/components/booking/day-calendar";
import { DaySteps } from "@/components/booking/day-steps";
import { WeekCalendar } from "@/components/booking/week-calendar";
import { FilterBar } from "@/components/ui/filter-bar";
import { Panel, PanelFoot } from "@/components/ui/panel";
import { daysSpan, listAgenda } from "@/lib/booking";
import type { Bookables } from "@/lib/booking/contract";
import { dayKey } from "@/lib/platform/format-time";
import { AgendaFilters } from "./agenda-filters";
import { fromStart, type AgendaQuery } from "./agenda-query";

type AgendaCalendarProps = {
  slug: string;
  path: string;
  view: "day" | "week";
  query: AgendaQuery;
  bookables: Bookables;
};

/** The book as a day by staff member, or as a week. */
export async function AgendaCalendar({ slug, path, view, query, bookables }: AgendaCalendarProps) {
  const { ctx, store } = await currentMember(slug);
  const { staff: staffMemberId, location: locationId } = query;
  const zone = bookables.locations.find(({ id }) => id === locationId)?.zone ?? bookables.zone;
  const { now } = await readViewpoint(store.timezone);
  const today = dayKey(now, zone);
  const date = query.date ?? today;
  const first = view === "week" ? mondayOf(date) : date;
  const days = view === "week" ? 7 : 1;
  const items = await listAgenda(ctx, {
    staffMemberId,
    locationId,
    ...daysSpan({ date: first, days, zone }),
  });
  const staff = staffMemberId
    ? bookables.staff.filter(({ id }) => id === staffMemberId)
    : working(bookables, items, locationId);
  const href = (change: AgendaQuery) => listHref(path, fromStart(query, { status: undefined, ...change }));
  const title =
    view === "day" ? longDay(date) : `${shortDay(first)} to ${shortDay(addDays(first, days - 1))}`;
  return (
    <>
      <FilterBar>
        <AgendaFilters path={path} query={query} bookables={bookables} />
      </FilterBar>
      <DaySteps
        unit={view}
        title={title}
        earlierHref={href({ date: addDays(date, -days) })}
        todayHref={href({ date: undefined })}
        laterHref={href({ date: addDays(date, days) })}
      />
      <Panel aria-label={title}>
        <AgendaKeys>
          {view === "day" ? (
            <DayCalendar date={date} zone={zone} items={items} staff={staff} base={path} />
          ) : (
            <WeekCalendar
              monday={first}
              today={today}
              zone={zone}
              items={items}
              staff={staff}
              base={path}
              hrefOfDay={(day) => href({ view: "day", date: day })}
            />
          )}
        </AgendaKeys>
        <PanelFoot>
          <AgendaLegend zone={zone} />
        </PanelFoot>
      </Panel>
    </>
  );
}

/** All who can be booked, and whoever else has something then; at one location only those who have. */
function working(
  { staff }: Bookables,
  items: { staffMember: { id: string; name: string } | null }[],
  locationId: string | undefined,
) {
  const busy = items.flatMap(({ staffMember }) => staffMember ?? []);
  const isBusy = (id: string) => busy.some((one) => one.id === id);
  const former = busy.filter(
    ({ id }, i) => !staff.some((one) => one.id === id) && busy.findIndex((one) => one.id === id) === i,
  );
  const shown = locationId ? staff.filter(({ id }) => isBusy(id)) : staff;
  return [...(shown.length > 0 ? shown : staff), ...former];
}
