"use client";

import type { FreeSpan, Person } from "~/lib/storefront/types";
import { seededRandom } from "~/lib/art/random";

type Props = {
  people: Person[];
  spans: FreeSpan[] | undefined;
  personId: string | null;
  onPerson: (id: string | null) => void;
};

export function People({ people, spans, personId, onPerson }: Props) {
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
            note={isAway ? "no free times" : spans ? firstNote(spans, id) : ""}
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

/** How busy somebody is, in words that stay true while one looks. */
function firstNote(spans: FreeSpan[], id: string): string {
  const days = new Set(
    spans.filter(({ personIds }) => personIds.includes(id)).map(({ from }) => from.slice(0, 10)),
  );
  return days.size === 1 ? "1 free day" : `${days.size} free days`;
}
