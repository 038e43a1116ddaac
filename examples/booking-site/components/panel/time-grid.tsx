"use client";

import { noonOf } from "~/lib/days";
import { formatDay, formatTime } from "~/lib/format";
import { dayParts, freeDays, partOf } from "~/lib/free-days";
import type { FreeSpan, Person, Slot } from "~/lib/storefront/types";
import type { Times } from "~/lib/times";

type Props = {
  times: Times | undefined;
  day: string | undefined;
  isAsking: boolean;
  slots: Slot[];
  /** Gone while somebody looked: they stay in their place, struck through. */
  lost: Slot[];
  chosen: Slot | undefined;
  onChoose: (slot: Slot) => void;
  spans: FreeSpan[] | undefined;
  person: Person | undefined;
  zone: string;
  /** How many a time can take. */
  places: number;
  onDay: (day: string) => void;
};

const titles = { morning: "Morning", afternoon: "Afternoon", evening: "Evening" };

export function TimeGrid({
  times,
  day,
  isAsking,
  slots,
  lost,
  chosen,
  onChoose,
  zone,
  places,
  ...props
}: Props) {
  if (!times || isAsking) return <Skeleton />;
  const isLost = ({ from }: Slot) => lost.some((slot) => slot.from === from);
  const shown = [...slots.filter((slot) => !isLost(slot)), ...lost].toSorted((a, b) =>
    a.from.localeCompare(b.from),
  );
  if (shown.length === 0) return <NoTimes day={day ?? times.day} zone={zone} {...props} />;
  return (
    <div className="times" role="group" aria-label="Time">
      {dayParts.map((part) => {
        const inPart = shown.filter(({ from }) => partOf(from, zone) === part);
        if (inPart.length === 0) return null;
        return (
          <div key={part} role="group" aria-label={titles[part]}>
            <h4 aria-hidden>{titles[part]}</h4>
            <div>
              {inPart.map((slot) => (
                <Time
                  key={slot.from}
                  slot={slot}
                  zone={zone}
                  places={places}
                  isLost={isLost(slot)}
                  isChosen={slot.from === chosen?.from}
                  onChoose={() => onChoose(slot)}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

type TimeProps = {
  slot: Slot;
  zone: string;
  places: number;
  isLost: boolean;
  isChosen: boolean;
  onChoose: () => void;
};

function Time({ slot, zone, places, isLost, isChosen, onChoose }: TimeProps) {
  const time = formatTime(slot.from, zone);
  if (isLost)
    return (
      <span className="t gone">
        <s>{time}</s>
        <span className="sr"> taken</span>
      </span>
    );
  return (
    <label className="t">
      <input type="radio" name="time" checked={isChosen} onChange={onChoose} />
      <span>{time}</span>
      {places > 1 && <small>{slot.placesLeft === 1 ? "last one" : `${slot.placesLeft} left`}</small>}
    </label>
  );
}

type Nothing = Pick<Props, "spans" | "person" | "zone" | "onDay"> & { day: string };

function NoTimes({ day, spans, person, zone, onDay }: Nothing) {
  const days = [...freeDays(spans ?? [], person?.id ?? null, zone).keys()].toSorted();
  const next = days.find((candidate) => candidate > day) ?? days[0];
  const name = (of: string) => formatDay(noonOf(of), "UTC");
  return (
    <p className="notimes" role="status">
      {person ? `${person.name} has no free times` : "There are no free times"} on {name(day)}.{" "}
      {next && next !== day && (
        <button type="button" onClick={() => onDay(next)}>
          See {name(next)}
        </button>
      )}
    </p>
  );
}

function Skeleton() {
  return (
    <div className="times" aria-hidden>
      {[4, 5].map((count) => (
        <div key={count}>
          <h4> </h4>
          <div>
            {Array.from({ length: count }, (_, index) => (
              <span key={index} className="t wait" />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
