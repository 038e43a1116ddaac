import { log } from "@/lib/platform/log";
import type { SendResult } from "../http/exchange";
import { withoutValues } from "../http/custom-headers";
import { sendWebhook } from "../http/send-webhook";
import { derivedHeaders } from "../signing/derived-headers";
import { openSealed } from "../signing/open-sealed";
import { signWebhook } from "../signing/sign-webhook";
import { writeBeforeMs, type Claim } from "./claim";
import { giveBack } from "./give-back";
import { ourFault, type Outcome } from "./outcome";
import { recordOutcome } from "./record-outcomes";
import { begin, isStopping } from "./under-way";

/**
 * Makes the attempt that a claim allows and records what came of it; gives the claim back when it is too late for it, or
 * the process is stopping. Never throws. Resolves when the outcome is written; `onSent` is called when the request is over.
 */
export async function attemptDelivery(claim: Claim, onSent: () => void = () => {}): Promise<void> {
  if (isStopping() || performance.now() >= writeBeforeMs(claim)) {
    onSent();
    return giveBack([claim]);
  }
  const attempt = begin(claim);
  const outcome = await send(claim, attempt.onStart).catch((error: Error) => ourFault(claim, error));
  onSent();
  logAttempt(claim, outcome.result);
  await recordOutcome(outcome);
  attempt.end();
}

async function send(claim: Claim, onStart: (callOff: () => void) => void): Promise<Outcome> {
  const { customHeaders, ...signers } = openSealed(claim.endpointId, claim.secrets);
  const signatures = signWebhook({
    id: claim.eventId,
    timestampSeconds: Math.floor(Date.now() / 1_000),
    body: claim.body,
    ...signers,
  });
  const result = await sendWebhook({
    endpointId: claim.endpointId,
    url: claim.url,
    headers: {
      ...customHeaders,
      ...derivedHeaders({ ...claim, attemptNumber: claim.number }),
      ...signatures,
    },
    body: claim.body,
    writeBefore: writeBeforeMs(claim),
    onStart,
  });
  return { claim, result, headers: { ...withoutValues(customHeaders), ...signatures } };
}

/** The detail of a failure is the merchant's to read: what a server answers, such as where it redirects to, may be secret. */
function logAttempt(claim: Claim, { outcome, failure, statusCode, durationMs }: SendResult): void {
  const { storeId, endpointId, deliveryId, eventId, eventType, number } = claim;
  log.info(
    { storeId, endpointId, deliveryId, eventId, eventType, number, outcome, failure, statusCode, durationMs },
    "delivery.attempted",
  );
}
