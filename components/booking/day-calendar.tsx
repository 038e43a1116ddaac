import type { AgendaItem } from "@/lib/booking/contract";
import { dayKey } from "@/lib/platform/format-time";
import { AgendaEntry } from "./agenda-entry";
import { lanes } from "./lanes";
import { NowLine } from "./now-line";
import { wallMinute } from "./when-text";

const minutePx = 1.25;
/** What is shorter is drawn as long as this: a line of text. */
const shortestMinutes = 15;
/** What is shorter has room for one line. */
const roomyMinutes = 35;
const usualHours = { first: 8, last: 19 };

type DayCalendarProps = {
  date: string;
  /** Whose clocks the hours at its side are. */
  zone: string;
  items: AgendaItem[];
  /** One column each, also of who has nothing. */
  staff: { id: string; name: string }[];
  base: string;
};

/** A day, with a column for each staff member. On a phone the columns are lists, one after the other. */
export function DayCalendar({ date, zone, items, staff, base }: DayCalendarProps) {
  const spells = items.map((item) => spellOf(item, date, zone));
  const firstHour = Math.min(usualHours.first, ...spells.map(({ start }) => Math.floor(start / 60)));
  const lastHour = Math.max(usualHours.last, ...spells.map(({ end }) => Math.ceil(end / 60)));
  const height = (lastHour - firstHour) * 60 * minutePx;
  const hours = Array.from({ length: lastHour - firstHour }, (_, i) => firstHour + i);
  const nobody = spells.some(({ item }) => !item.staffMember) ? [{ id: "", name: "No staff member" }] : [];
  const shown = [...staff, ...nobody];
  return (
    <div className="desk:overflow-x-auto">
      <div
        className="desk:grid desk:min-w-[calc(52px+var(--columns)*132px)] desk:grid-cols-[52px_repeat(var(--columns),minmax(132px,1fr))]"
        style={{ "--columns": shown.length } as React.CSSProperties}
      >
        <div aria-hidden="true" className="desk:block hidden pt-10">
          <div className="relative" style={{ height }}>
            {hours.map((hour, i) => (
              <span
                key={hour}
                style={{ top: i * 60 * minutePx }}
                className="text-ink-3 absolute right-2 -mt-2 text-[11px] tabular-nums"
              >
                {i > 0 && `${String(hour).padStart(2, "0")}:00`}
              </span>
            ))}
          </div>
        </div>
        {shown.map(({ id, name }) => {
          const own = lanes(spells.filter(({ item }) => (item.staffMember?.id ?? "") === id));
          return (
            <section
              key={id}
              aria-labelledby={`column-${id}`}
              className="desk:border-l border-line desk:pb-0 desk:px-0 px-3.5 pb-3.5"
            >
              <h2
                id={`column-${id}`}
                className="border-line text-dense desk:sticky desk:top-0 desk:h-10 desk:truncate desk:border-b desk:px-2.5 desk:py-2.5 py-2 font-semibold"
              >
                {name}
              </h2>
              <div
                className="desk:relative desk:h-(--height) desk:bg-[repeating-linear-gradient(to_bottom,var(--line)_0_1px,transparent_1px_75px)]"
                style={{ "--height": `${height}px` } as React.CSSProperties}
              >
                <div className="desk:contents hidden">
                  <NowLine
                    date={date}
                    zone={zone}
                    firstMinute={firstHour * 60}
                    lastMinute={lastHour * 60}
                    minutePx={minutePx}
                  />
                </div>
                {own.length === 0 ? (
                  <p className="text-dense text-ink-3 desk:sr-only">Nothing</p>
                ) : (
                  <ol className="desk:block grid gap-1.5">
                    {own.map(({ item, start, end, lane, of }) => (
                      <li
                        key={item.id}
                        className="desk:absolute desk:top-(--top) desk:left-(--left) desk:h-(--entry) desk:w-(--width) desk:p-px"
                        style={
                          {
                            "--top": `${(start - firstHour * 60) * minutePx}px`,
                            "--entry": `${(end - start) * minutePx}px`,
                            "--left": `${(lane / of) * 100}%`,
                            "--width": `${100 / of}%`,
                          } as React.CSSProperties
                        }
                      >
                        <AgendaEntry item={item} base={base} isShort={end - start < roomyMinutes} />
                      </li>
                    ))}
                  </ol>
                )}
              </div>
            </section>
          );
        })}
      </div>
    </div>
  );
}

/** What of it lies on this day, in minutes of the wall. */
function spellOf(item: AgendaItem, date: string, zone: string) {
  const start = dayKey(item.from, zone) < date ? 0 : wallMinute(item.from, zone);
  const end = dayKey(item.to, zone) > date ? 24 * 60 : wallMinute(item.to, zone);
  return { item, start, end: Math.max(end, start + shortestMinutes) };
}
