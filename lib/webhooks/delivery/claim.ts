import { env } from "@/lib/platform/env";
import type { Sealed } from "../signing/open-sealed";
import type { Wake } from "./wake-endpoints";

/** As in the SQL of the pipeline. */
const leaseMs = 30_000;

/** One attempt that this process may make, and all it needs for it. */
export type Claim = {
  deliveryId: string;
  storeId: string;
  endpointId: string;
  claimId: string;
  /** Of the attempt; counts up for the delivery's whole life. */
  number: number;
  url: string;
  secrets: Sealed;
  eventId: string;
  eventType: string;
  body: string;
  isTest: boolean;
  /** By performance.now(): not begun before, which is a slot of the endpoint's rate; renewing the claim moves its end. */
  startAtMs: number;
  heldUntilMs: number;
};

/** What a statement says beside the claims it returns. */
export type Note = Partial<Wake> & {
  stores?: string[];
  verdict?: "go" | "over" | "again";
  limit?: number;
  /** Between the starts of two attempts; 0 without a rate. */
  stepMs?: number;
  wake?: Wake | null;
};

export type ClaimRow = {
  delivery_id: string | null;
  store_id: string;
  endpoint_id: string;
  claim_id: string;
  number: number;
  url: string;
  secrets: Sealed;
  event_id: string;
  event_type: string;
  body: string;
  is_test: boolean;
  start_ms: number;
  note: Note | null;
};

/** Parts the rows of fan_out() and drain_next(). `askedMs` is from before the statement: a lease is never thought longer. */
export function readClaims(rows: ClaimRow[], askedMs: number): { claims: Claim[]; notes: Note[] } {
  const claims: Claim[] = [];
  const notes: Note[] = [];
  for (const row of rows) {
    if (row.note) notes.push(row.note);
    else if (row.delivery_id) claims.push(toClaim({ ...row, delivery_id: row.delivery_id }, askedMs));
  }
  return { claims, notes };
}

/** When a lease asked for at `askedMs` may end. */
export const leaseEndMs = (askedMs: number): number => askedMs + leaseMs;

/** From then on no request of this claim is written: its end and its record would come after the lease. */
export const writeBeforeMs = (claim: Claim): number => claim.heldUntilMs - env().WEBHOOK_TIMEOUT_MS - 1_000;

function toClaim(row: ClaimRow & { delivery_id: string }, askedMs: number): Claim {
  return {
    deliveryId: row.delivery_id,
    storeId: row.store_id,
    endpointId: row.endpoint_id,
    claimId: row.claim_id,
    number: row.number,
    url: row.url,
    secrets: row.secrets,
    eventId: row.event_id,
    eventType: row.event_type,
    body: row.body,
    isTest: row.is_test,
    startAtMs: askedMs + row.start_ms,
    heldUntilMs: leaseEndMs(askedMs),
  };
}
