import type { Ground } from "../ground/bench-ground";
import type { RawResult } from "../processes/messages";
import { percentiles, type Percentiles } from "./percentiles";

/** What the machine does without the product: POSTs of the same size to the same receiver. */
export type RawLimit = {
  /** As fast as 50 connections go. */
  perSecond: number;
};

const seconds = 2;
const connections = 50;

export async function rawLimit(ground: Ground): Promise<RawLimit> {
  const { count, seconds: took } = await ground.raw.ask<RawResult>({ ...post(ground), connections });
  return { perSecond: Math.round(count / took) };
}

/** From the planned arrival to the answer, at the profile's own rate. */
export async function rawRoundTrip(ground: Ground, perSecond: number): Promise<Percentiles> {
  const { roundTripMs } = await ground.raw.ask<RawResult>({ ...post(ground), perSecond });
  return percentiles(roundTripMs);
}

/** How many times as long it took, to a tenth. */
export const ratio = (ms: number, rawMs: number): number => Math.round((ms / rawMs) * 10) / 10;

/** The envelope adds some 200 bytes. */
const post = ({ receiverUrl, data }: Ground) => ({
  url: `${receiverUrl}/raw`,
  body: `${data}${" ".repeat(200)}`,
  seconds,
});
