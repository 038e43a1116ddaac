import { log } from "@/lib/platform/log";
import { decryptSecret } from "@/lib/platform/secrets";
import type { SendResult } from "../http/exchange";
import { sendWebhook } from "../http/send-webhook";
import { rawBodySigner } from "../secrets/raw-body-signer";
import { derivedHeaders } from "../signing/derived-headers";
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
  const headers = sign(claim);
  const result = await sendWebhook({
    endpointId: claim.endpointId,
    url: claim.url,
    headers: { ...derivedHeaders({ ...claim, attemptNumber: claim.number }), ...headers },
    body: claim.body,
    writeBefore: writeBeforeMs(claim),
    onStart,
  });
  return { claim, result, headers };
}

function sign({ eventId, body, secrets }: Claim) {
  const opened = secrets.map(({ id, ciphertext, signsRawBody }) => ({
    secret: decryptSecret(ciphertext, id),
    signsRawBody,
  }));
  return signWebhook({
    id: eventId,
    timestampSeconds: Math.floor(Date.now() / 1_000),
    body,
    secrets: opened.map(({ secret }) => secret),
    rawBodySecret: rawBodySigner(opened)?.secret,
  });
}

function logAttempt(
  claim: Claim,
  { outcome, failure, failureDetail, statusCode, durationMs }: SendResult,
): void {
  const { storeId, endpointId, deliveryId, eventId, eventType, number } = claim;
  log.info(
    {
      storeId,
      endpointId,
      deliveryId,
      eventId,
      eventType,
      number,
      outcome,
      failure,
      failureDetail,
      statusCode,
      durationMs,
    },
    "delivery.attempted",
  );
}
