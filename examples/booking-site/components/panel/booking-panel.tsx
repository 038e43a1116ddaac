"use client";

import { useRef, useState, useTransition, type FormEvent } from "react";
import { keepTime } from "~/app/actions/keep-time";
import { formatDay, formatPrice, formatSpan, formatTime } from "~/lib/format";
import { nearest, slotsFor } from "~/lib/free-days";
import type { Slot, Store, Variant } from "~/lib/storefront/types";
import { Icon } from "../icon";
import { DayStrip } from "./day-strip";
import { People } from "./people";
import { Pickers } from "./pickers";
import { TimeGrid } from "./time-grid";
import { useTimes } from "./use-times";

type Props = { title: string; variant: Variant; store: Store; asOf: string };

/** The live part of a service's page: salon, person, day and time, then keep it. */
export function BookingPanel({ title, variant, store, asOf }: Props) {
  const [salonId, setSalonId] = useState(variant.salons[0]?.id ?? "");
  const [zone, setZone] = useState(store.timezone);
  const [personId, setPersonId] = useState<string | null>(null);
  const [places, setPlaces] = useState(1);
  const [chosen, setChosen] = useState<Slot>();
  const [lost, setLost] = useState<Slot[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const view = useTimes({ variantId: variant.id, salonId, zone });
  const [isKeeping, startKeeping] = useTransition();
  const isBusy = useRef(false);

  const salon = variant.salons.find(({ id }) => id === salonId);
  const people = variant.people.filter((person) => person.salonIds.includes(salonId));
  const person = people.find(({ id }) => id === personId);
  const slots = slotsFor(view.times?.slots ?? [], personId);
  const justLost = lost.at(-1);

  const lookAt: typeof view.lookAt = (change) => {
    setChosen(undefined);
    setLost([]);
    setTrouble(undefined);
    view.lookAt(change);
  };

  function keep(event: FormEvent) {
    event.preventDefault();
    if (!chosen) return setTrouble("Choose a time first.");
    if (isBusy.current) return;
    isBusy.current = true;
    startKeeping(async () => {
      const wanted = { ...chosen, variantId: variant.id, personId, salonId, places };
      const refusal = await keepTime(wanted).finally(() => (isBusy.current = false));
      setTrouble(refusal.isTaken ? undefined : refusal.message);
      if (!refusal.isTaken) return;
      setLost((before) => [...before, chosen]);
      setChosen(undefined);
      view.lookAgain();
    });
  }

  return (
    <form className="book" aria-labelledby="find" onSubmit={keep}>
      <h2 id="find">Find your time</h2>
      <Pickers
        variant={variant}
        salonId={salonId}
        onSalon={(id) => {
          setSalonId(id);
          setPersonId(null);
          lookAt({ salonId: id, day: undefined });
        }}
        storeZone={store.timezone}
        zone={zone}
        onZone={(next) => {
          setZone(next);
          lookAt({ zone: next, day: undefined });
        }}
        places={places}
        onPlaces={setPlaces}
      />
      {people.length > 0 && (
        <People
          people={people}
          spans={view.spans}
          zone={zone}
          personId={personId}
          onPerson={(id) => {
            setPersonId(id);
            setLost([]);
            if (chosen && id && !chosen.personIds.includes(id)) setChosen(undefined);
          }}
        />
      )}
      {view.isUnreachable ? (
        <p className="gone" role="alert">
          <Icon name="info" />
          <span>
            <b>
              You see the salon as of <time dateTime={asOf}>{formatTime(asOf, store.timezone)}</time>.
            </b>{" "}
            Times cannot be shown until the connection is back.
          </span>
        </p>
      ) : (
        <>
          <DayStrip
            times={view.times}
            spans={view.spans}
            day={view.day}
            isAsking={view.isAsking}
            personId={personId}
            zone={zone}
            isClass={variant.places > 1}
            onDay={(day) => lookAt({ day })}
          />
          {justLost && (
            <JustTaken
              slot={justLost}
              options={nearest(slots, justLost.from, 2)}
              who={person?.name}
              zone={zone}
              isAsking={view.isAsking}
              onChoose={setChosen}
            />
          )}
          <TimeGrid
            times={view.times}
            day={view.day}
            isAsking={view.isAsking && !justLost}
            slots={slots}
            lost={lost}
            chosen={chosen}
            onChoose={(slot) => {
              setChosen(slot);
              setTrouble(undefined);
            }}
            spans={view.spans}
            person={person}
            zone={zone}
            places={variant.places}
            onDay={(day) => lookAt({ day })}
          />
        </>
      )}
      <div className="sum">
        {chosen ? (
          <p>
            <b>{formatSpan(chosen, zone)}</b>
            <span>
              {title}
              {person && ` with ${person.name}`}
              {salon && `, ${salon.name}`}
            </span>
          </p>
        ) : (
          <p>
            <b>{view.times && !view.isUnreachable ? "Choose a time" : title}</b>
            <span>{salon?.address || salon?.name}</span>
          </p>
        )}
        <p className="price">
          <b>{formatPrice(variant.price * places, store.currency)}</b>
          {places > 1 && <span>for {places}</span>}
        </p>
        {trouble && (
          <p className="err" role="alert">
            <Icon name="info" />
            {trouble}
          </p>
        )}
        <button className="go" type="submit" aria-disabled={isKeeping || !chosen} aria-describedby="how-long">
          {isKeeping ? "Keeping it for you" : "Keep this time for me"}
        </button>
        <small id="how-long">
          We keep it for {Math.round(store.holdSeconds / 60)} minutes while you fill in the rest.
        </small>
      </div>
    </form>
  );
}

type Taken = {
  slot: Slot;
  options: Slot[];
  who?: string;
  zone: string;
  isAsking: boolean;
  onChoose: (slot: Slot) => void;
};

function JustTaken({ slot, options, who, zone, isAsking, onChoose }: Taken) {
  const withWhom = who ? ` with ${who}` : "";
  const [first, second] = options;
  const option = (to: Slot) => (
    <button type="button" onClick={() => onChoose(to)}>
      {formatTime(to.from, zone)}
    </button>
  );
  return (
    <p className="gone" role="alert">
      <Icon name="info" />
      <span>
        <b>{formatTime(slot.from, zone)} has just been taken.</b> {isAsking && "Looking for the nearest …"}
        {!isAsking && !first && `Nothing else is free${withWhom} on ${formatDay(slot.from, zone)}.`}
        {!isAsking && first && !second && (
          <>
            The nearest free time{withWhom} is {option(first)}.
          </>
        )}
        {!isAsking && first && second && (
          <>
            The nearest free times{withWhom} are {option(first)} and {option(second)}.
          </>
        )}
      </span>
    </p>
  );
}
