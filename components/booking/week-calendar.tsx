import clsx from "clsx";
import Link from "next/link";
import type { AgendaItem } from "@/lib/booking/contract";
import { dayKey } from "@/lib/platform/format-time";
import { AgendaEntry } from "./agenda-entry";
import { addDays, shortDay } from "./calendar-day";

type WeekCalendarProps = {
  monday: string;
  today: string;
  zone: string;
  items: AgendaItem[];
  /** One row each. */
  staff: { id: string; name: string }[];
  base: string;
  hrefOfDay: (date: string) => string;
};

/** A week: a row for each staff member, a column for each day. On a phone each day is a list. */
export function WeekCalendar({ monday, today, zone, items, staff, base, hrefOfDay }: WeekCalendarProps) {
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  const nobody = items.some(({ staffMember }) => !staffMember) ? [{ id: "", name: "No staff member" }] : [];
  const rows = [...staff, ...nobody];
  const at = (date: string, staffMemberId?: string) =>
    items.filter(
      (item) =>
        dayKey(item.from, zone) === date &&
        (staffMemberId === undefined || (item.staffMember?.id ?? "") === staffMemberId),
    );
  return (
    <>
      <div className="desk:block hidden overflow-x-auto">
        <table className="text-dense w-full min-w-[900px] table-fixed border-collapse">
          <thead>
            <tr>
              <th scope="col" className="w-[104px] px-3 py-2.5 text-left">
                <span className="sr-only">Staff member</span>
              </th>
              {days.map((date) => (
                <th
                  key={date}
                  scope="col"
                  className={clsx(
                    "border-line border-l px-2 py-2.5 text-left font-semibold",
                    date === today && "bg-accent-soft",
                  )}
                >
                  <Link href={hrefOfDay(date)} className="hover:underline">
                    {shortDay(date)}
                    {date === today && <span className="sr-only">, today</span>}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name }) => (
              <tr key={id} className="border-line border-t align-top">
                <th scope="row" className="px-3 py-2 text-left font-semibold">
                  {name}
                </th>
                {days.map((date) => (
                  <td key={date} className="border-line border-l p-1">
                    <Entries items={at(date, id)} base={base} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="desk:hidden">
        {days.map((date) => (
          <section key={date} aria-label={shortDay(date)} className="px-3.5 pb-3.5">
            <h2 className="text-dense py-2 font-semibold">
              {shortDay(date)}
              {date === today && <span className="text-ink-3 font-normal"> today</span>}
            </h2>
            {at(date).length === 0 ? (
              <p className="text-dense text-ink-3">Nothing</p>
            ) : (
              <Entries items={at(date)} base={base} withStaff />
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function Entries({ items, base, withStaff }: { items: AgendaItem[]; base: string; withStaff?: boolean }) {
  if (items.length === 0) return <span className="sr-only">Nothing</span>;
  return (
    <ol className="grid gap-1">
      {items.map((item) => (
        <li key={item.id}>
          <AgendaEntry item={item} base={base} withStaff={withStaff} />
        </li>
      ))}
    </ol>
  );
}
