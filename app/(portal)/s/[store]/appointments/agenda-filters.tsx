import { shortDay } from "@/components/booking/calendar-day";
import { DayFilter } from "@/components/booking/day-filter";
import { AddFilter, ChosenFilter } from "@/components/ui/filter-chips";
import type { Bookables } from "@/lib/booking/contract";
import { listHref } from "@/app/list-href";
import { fromStart, type AgendaQuery } from "./agenda-query";

type AgendaFiltersProps = { path: string; query: AgendaQuery; bookables: Bookables };

/** By staff member, location and day; all in the URL. */
export function AgendaFilters({ path, query, bookables }: AgendaFiltersProps) {
  const { staff, location, date, view } = query;
  const href = (change: AgendaQuery) => listHref(path, fromStart(query, change));
  const nameOf = (all: { id: string; name: string }[], id: string) => all.find((one) => one.id === id)?.name;
  const places = bookables.locations.map(({ id, title }) => ({ id, name: title }));
  return (
    <>
      {staff ? (
        <ChosenFilter name="staff member" href={href({ staff: undefined })}>
          {nameOf(bookables.staff, staff) ?? "A former staff member"}
        </ChosenFilter>
      ) : (
        bookables.staff.length > 1 && (
          <AddFilter
            name="Staff member"
            choices={bookables.staff.map(({ id, name }) => ({
              key: id,
              word: name,
              href: href({ staff: id }),
            }))}
          />
        )
      )}
      {location ? (
        <ChosenFilter name="location" href={href({ location: undefined })}>
          {nameOf(places, location) ?? "A former location"}
        </ChosenFilter>
      ) : (
        places.length > 1 && (
          <AddFilter
            name="Location"
            choices={places.map(({ id, name }) => ({ key: id, word: name, href: href({ location: id }) }))}
          />
        )
      )}
      {(view ?? "list") === "list" &&
        (date ? (
          <ChosenFilter name="day" href={href({ date: undefined })}>
            {shortDay(date)}
          </ChosenFilter>
        ) : (
          <DayFilter path={path} query={fromStart(query, {})} />
        ))}
    </>
  );
}
