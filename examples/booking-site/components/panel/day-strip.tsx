"use client";

import { useState } from "react";
import { addDays, dayOf, noonOf } from "~/lib/days";
import { formatDay, formatShortDay, formatTime } from "~/lib/format";
import { dayParts, freeDays, type Freedom } from "~/lib/free-days";
import type { FreeSpan } from "~/lib/storefront/types";
import type { Times } from "~/lib/times";
import { Icon } from "../icon";

type Props = {
  times: Times | undefined;
  spans: FreeSpan[] | undefined;
  day: string | undefined;
  isAsking: boolean;
  personId: string | null;
  zone: string;
  /** What has begun to fill is in no free span, so that a class's days are never called full. */
  isClass: boolean;
  onDay: (day: string) => void;
};

const daysShown = 8;

export function DayStrip({ times, spans, day, isAsking, personId, zone, isClass, onDay }: Props) {
  const [turned, setTurned] = useState<{ from: string; by: number }>();
  if (!times || !spans || !day) return <Skeleton />;

  const today = dayOf(times.checkedAt, zone);
  const free = freeDays(spans, personId, zone);
  const lastFree = [...free.keys()].toSorted().at(-1) ?? today;
  // The page that holds the chosen day, until somebody turns it; choosing another day turns it back.
  const home = Math.floor((Date.parse(day) - Date.parse(today)) / 86_400_000 / daysShown);
  const page = Math.max(0, home + (turned?.from === day ? turned.by : 0));
  const first = addDays(today, page * daysShown);
  const last = addDays(first, daysShown - 1);
  const turn = (by: number) => setTurned({ from: day, by: page - home + by });
  const canTurn = { back: page > 0, on: last < lastFree };

  return (
    <>
      <div className="dayhead">
        <h3>
          {formatShortDay(noonOf(first), "UTC")} to {formatShortDay(noonOf(last), "UTC")}
        </h3>
        <span className="livenote" role="status">
          {isAsking ? "Checking" : `Checked at ${formatTime(times.checkedAt, zone)}`}
        </span>
        <span className="arrows">
          <Turn label="Earlier days" icon="left" isPossible={canTurn.back} onTurn={() => turn(-1)} />
          <Turn label="Later days" icon="right" isPossible={canTurn.on} onTurn={() => turn(1)} />
        </span>
      </div>
      <fieldset className="days" ref={showChosen}>
        <legend className="sr">Day</legend>
        {Array.from({ length: daysShown }, (_, index) => addDays(first, index)).map((shown) => (
          <Day
            key={shown}
            day={shown}
            freedom={free.get(shown)}
            isOpen={isClass || free.has(shown)}
            isChosen={shown === day}
            onChoose={() => onDay(shown)}
          />
        ))}
      </fieldset>
    </>
  );
}

/** On a phone the days scroll sideways: the chosen one is brought into sight, without moving the page. */
function showChosen(strip: HTMLFieldSetElement | null): void {
  const chosen = strip?.querySelector<HTMLElement>("label:has(:checked)");
  if (strip && chosen && strip.scrollWidth > strip.clientWidth)
    strip.scrollLeft = chosen.offsetLeft - (strip.clientWidth - chosen.offsetWidth) / 2;
}

type DayProps = {
  day: string;
  freedom: Freedom | undefined;
  isOpen: boolean;
  isChosen: boolean;
  onChoose: () => void;
};

function Day({ day, freedom, isOpen, isChosen, onChoose }: DayProps) {
  const [weekday, date] = formatDay(noonOf(day), "UTC").split(" ");
  const parts = freedom && dayParts.filter((part) => freedom[part] > 0);
  const words = parts ? `free in the ${parts.join(" and ")}` : isOpen ? "" : "no free times";
  return (
    <label className={isOpen ? "day" : "day none"}>
      <input
        type="radio"
        name="day"
        checked={isChosen}
        disabled={!isOpen && !isChosen}
        onChange={onChoose}
        aria-label={`${formatDay(noonOf(day), "UTC")}${words && `, ${words}`}`}
      />
      <span className="w">{weekday}</span>
      <span className="n">{date}</span>
      <span className="dens" aria-hidden>
        {freedom ? (
          dayParts.map((part) => <i key={part} style={{ height: 2 + 14 * freedom[part] }} />)
        ) : (
          <u />
        )}
      </span>
    </label>
  );
}

type TurnProps = { label: string; icon: "left" | "right"; isPossible: boolean; onTurn: () => void };

function Turn({ label, icon, isPossible, onTurn }: TurnProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={!isPossible || undefined}
      onClick={isPossible ? onTurn : undefined}
    >
      <Icon name={icon} />
    </button>
  );
}

function Skeleton() {
  return (
    <>
      <div className="dayhead">
        <h3>Days</h3>
        <span className="livenote" role="status">
          Asking the salon
        </span>
      </div>
      <div className="days" aria-hidden>
        {Array.from({ length: daysShown }, (_, index) => (
          <span key={index} className="day wait" />
        ))}
      </div>
    </>
  );
}
