import type { Ground } from "../ground/bench-ground";
import type { RawResult } from "../processes/messages";
import { percentiles } from "./percentiles";

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

/** p95 from the planned arrival to the answer, at the profile's own rate. */
export async function rawP95(ground: Ground, perSecond: number): Promise<number> {
  const { roundTripMs } = await ground.raw.ask<RawResult>({ ...post(ground), perSecond });
  return percentiles(roundTripMs).p95;
}

/** The envelope adds some 200 bytes. */
const post = ({ receiverUrl, data }: Ground) => ({
  url: `${receiverUrl}/raw`,
  body: `${data}${" ".repeat(200)}`,
  seconds,
});
