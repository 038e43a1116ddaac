import "server-only";
import { dayOf } from "../days";
import { nearest, slotsFor } from "../free-days";
import { readDay, readStore } from "../storefront";
import type { LostTime, Snapshot } from "./state";

const offered = 3;

/** The times nearest to each that was lost, with the same person on the same day. None where the store cannot be asked. */
export async function findInstead(lost: Snapshot[]): Promise<LostTime[]> {
  return Promise.all(
    lost.map(async (item) => ({ ...item, alternatives: await alternativesTo(item).catch(() => []) })),
  );
}

async function alternativesTo({ variantId, salonId, personId, from, places }: Snapshot) {
  if (!salonId) return [];
  const { timezone: zone } = await readStore();
  const slots = await readDay({ variantId, salonId, zone, day: dayOf(from, zone) });
  const roomy = slotsFor(slots, personId).filter(({ placesLeft }) => placesLeft >= places);
  return nearest(roomy, new Date(from).toISOString().replace(".000", ""), offered);
}
