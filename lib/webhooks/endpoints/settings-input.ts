import { z } from "zod";
import { operationalTypes } from "@/lib/events";
import { Uuid } from "@/lib/platform/ids";
import { CustomHeaders } from "../http/custom-header-fields";
import { attemptsMax, capMax, rateMax } from "./shapes";
import { formatWait } from "./retry-words";

const waitMin = 5;
const waitMax = 86_400;
const waitsMax = 7 * 86_400;
const narrowedMax = 200;

const whole = (what: string) => z.number(`${what} is a whole number.`).int(`${what} is a whole number.`);

const Wait = whole("A wait in seconds")
  .min(waitMin, { error: ({ input }) => `${formatWait(Number(input))} is too short: wait 5 s at least.` })
  .max(waitMax, { error: ({ input }) => `${formatWait(Number(input))} is too long: wait 24 h at most.` });

const Waits = z
  .array(Wait, "Give the wait before each retry.")
  .max(attemptsMax - 1, `Give at most ${attemptsMax - 1} waits, which make ${attemptsMax} attempts.`)
  .refine((waits) => waits.reduce((sum, wait) => sum + wait, 0) <= waitsMax, {
    error: "All waits together last more than 7 days: shorten them.",
  });

const oneOf = (limit: number, what: string) =>
  whole(what).min(1, `${what} is from 1 to ${limit}.`).max(limit, `${what} is from 1 to ${limit}.`);

const narrowing = (what: string) =>
  z
    .array(Uuid, `Give the ids of ${what}.`)
    .max(narrowedMax, `Choose at most ${narrowedMax} ${what}, or none for all.`)
    .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))]);

/** How an endpoint wants to be served. What is absent stays as it is; of a new endpoint, as usual. */
export const SettingsInput = z.object({
  /** Seconds from each failed attempt to the next; empty: one attempt; null: the usual ones. */
  retryDelays: Waits.nullable().optional(),
  /** Requests at once. */
  cap: oneOf(capMax, "The number of requests at once").optional(),
  /** Null: no limit but the one above. */
  ratePerSecond: oneOf(rateMax, "The rate per second").nullable().optional(),
  ordered: z.boolean("Say whether events of a booking wait for each other.").optional(),
  customHeaders: CustomHeaders.optional(),
  signsEd25519: z.boolean("Say whether to sign by Ed25519 too.").optional(),
  /** Empty: all. Whoever calls knows that they are the store's. */
  locationIds: narrowing("locations").optional(),
  productIds: narrowing("products").optional(),
  staffMemberIds: narrowing("staff members").optional(),
  operationalTypes: z
    .array(
      z.enum(operationalTypes, {
        error: ({ input }) => `There is no operational event type ${JSON.stringify(input)}.`,
      }),
    )
    .transform((types) => [...new Set(types)])
    .optional(),
});
export type Settings = z.output<typeof SettingsInput>;
