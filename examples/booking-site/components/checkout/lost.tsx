"use client";

import Link from "next/link";
import { useState, useTransition } from "react";
import { keepInstead } from "~/app/actions/keep-instead";
import type { LostTime } from "~/lib/checkout/state";
import { formatDay, formatTime } from "~/lib/format";
import type { Slot } from "~/lib/storefront/types";
import { Art } from "../art";

type Props = { item: LostTime; zone: string; hasOthers: boolean; onSettled: () => void };

/** A time that was lost before anything was paid, and what to do about it. */
export function Lost({ item, zone, hasOthers, onSettled }: Props) {
  const [gone, setGone] = useState<string[]>([]);
  const [trouble, setTrouble] = useState<string>();
  const [isKeeping, startKeeping] = useTransition();
  const { variantId, personId, salonId, places } = item;
  const alternatives = item.alternatives.filter(({ from }) => !gone.includes(from));

  function choose({ from, to }: Slot) {
    if (isKeeping) return;
    startKeeping(async () => {
      const refusal = await keepInstead({ variantId, personId, salonId, places, from, to });
      if (!refusal) return onSettled();
      if (refusal.isTaken) setGone((before) => [...before, from]);
      setTrouble(refusal.isTaken ? `${formatTime(from, zone)} has just been taken too.` : refusal.message);
    });
  }

  return (
    <div className="lost" role="alert">
      <span className="mini">
        <Art slug={item.picture} size="mini" />
      </span>
      <div>
        <h2>
          Your {item.title.toLowerCase()} at {formatTime(item.from, zone)} cannot be had any more
        </h2>
        <p>
          Somebody else has it, or it is not offered now. Nothing was charged.{" "}
          {alternatives.length > 0
            ? `Choose another time on ${formatDay(item.from, zone)}${item.person ? ` with ${item.person}` : ""}.`
            : "Nothing else is free that day."}{" "}
          {trouble}
        </p>
        <div className="opts2">
          {alternatives.map((slot) => (
            <button key={slot.from} type="button" aria-disabled={isKeeping} onClick={() => choose(slot)}>
              {formatTime(slot.from, zone)}
            </button>
          ))}
          <Link className="plain" href={`/services/${item.slug}`}>
            Other days
          </Link>
          {hasOthers && (
            <button type="button" className="plain" onClick={onSettled}>
              Go on without it
            </button>
          )}
        </div>
      </div>
    </div>
  );
}
