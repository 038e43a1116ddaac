"use client";

import { seededRandom } from "~/lib/art/random";
import { formatShortDay } from "~/lib/format";
import type { FreeSpan, Person } from "~/lib/storefront/types";

type Props = {
  people: Person[];
  spans: FreeSpan[] | undefined;
  zone: string;
  personId: string | null;
  onPerson: (id: string | null) => void;
};

export function People({ people, spans, zone, personId, onPerson }: Props) {
  return (
    <fieldset className="people">
      <legend>With</legend>
      <Choice
        face="any"
        name="Anyone"
        note="first free"
        isChosen={personId === null}
        onChoose={() => onPerson(null)}
      />
      {people.map(({ id, name }) => {
        const isAway = spans !== undefined && !spans.some((span) => span.personIds.includes(id));
        return (
          <Choice
            key={id}
            face={faceOf(name)}
            name={name}
            note={isAway ? "no free times" : spans ? firstNote(spans, id, zone) : ""}
            isAway={isAway}
            isChosen={personId === id}
            onChoose={() => onPerson(id)}
          />
        );
      })}
    </fieldset>
  );
}

type ChoiceProps = {
  face: string;
  name: string;
  note: string;
  isAway?: boolean;
  isChosen: boolean;
  onChoose: () => void;
};

function Choice({ face, name, note, isAway = false, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className={isAway ? "off" : undefined}>
      <input type="radio" name="person" checked={isChosen} disabled={isAway} onChange={onChoose} />
      <i className={`face ${face}`} aria-hidden>
        {face === "any" ? "" : name.charAt(0)}
      </i>
      <span>
        <b>{name}</b>
        <small>{note}</small>
      </span>
    </label>
  );
}

const faceOf = (name: string): string => `f${Math.floor(seededRandom(name)() * 4)}`;

/** The first day on which somebody is free. */
function firstNote(spans: FreeSpan[], id: string, zone: string): string {
  const first = spans
    .filter(({ personIds }) => personIds.includes(id))
    .map(({ from }) => from)
    .toSorted()[0];
  return first ? `from ${formatShortDay(first, zone)}` : "";
}
