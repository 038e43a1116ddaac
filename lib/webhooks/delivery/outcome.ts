import { newTypeId } from "@/lib/platform/ids";
import type { SendResult } from "../http/exchange";
import type { Claim } from "./claim";
import { retryAfterMs } from "./retry-after";

/** What became of a claim: a request's result, with the headers that cannot be derived again. */
export type Outcome = { claim: Claim; result: SendResult; headers: Record<string, string> };

/** Nothing was sent, and the endpoint is not to blame: a secret that does not decrypt, say. */
export function ourFault(claim: Claim, error: Error): Outcome {
  const result: SendResult = {
    outcome: "interrupted",
    failure: null,
    failureDetail: error.message,
    startedAt: new Date(),
    durationMs: 0,
    statusCode: null,
    responseHeaders: {},
    responseBody: null,
    responseTruncated: false,
    remoteAddress: null,
    timings: {},
  };
  return { claim, result, headers: {} };
}

/** As record_attempts() reads it. */
export function toRow({ claim, result, headers }: Outcome) {
  return {
    id: newTypeId("att"),
    delivery_id: claim.deliveryId,
    endpoint_id: claim.endpointId,
    claim_id: claim.claimId,
    number: claim.number,
    outcome: result.outcome,
    failure: result.failure,
    failure_detail: result.failureDetail && storable(result.failureDetail),
    started_at: result.startedAt.toISOString(),
    duration_ms: result.durationMs,
    url: claim.url,
    request_headers: headers,
    status_code: result.statusCode,
    retry_after_ms: retryAfterMs(result),
    response_headers: Object.fromEntries(
      Object.entries(result.responseHeaders).map(([name, value]) => [storable(name), storable(value)]),
    ),
    response_body: result.responseBody && storable(result.responseBody),
    response_truncated: result.responseTruncated,
    remote_address: result.remoteAddress,
    timings: result.timings,
  };
}

/** Neither text nor jsonb holds a NUL or half a surrogate pair, and one of either would refuse the whole bulk. */
const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, "");
