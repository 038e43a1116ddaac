/**
 * Endpoints and what is delivered to them: settings, secrets and keys, signing, the guarded sender, deliveries and their
 * attempts, the policy of retries, pauses and disabling, and the alerts that tell of it. Promises: a recorded event reaches
 * every endpoint that wants it or says why not, signed, at least once, always under the same webhook-id; an endpoint in
 * trouble delays no other; no packet goes to an address that is not public, unless WEBHOOK_ALLOWED_TARGETS names it.
 */
export { tellAlerts } from "./alerts/tell-alerts";
export { cancelRetries } from "./deliveries/cancel-retries";
export { countDeliveries } from "./deliveries/count-deliveries";
export { getDelivery } from "./deliveries/get-delivery";
export { listDeliveries } from "./deliveries/list-deliveries";
export { listLikeThis } from "./deliveries/list-like-this";
export { resendDeliveries } from "./deliveries/resend-deliveries";
export { resendDelivery } from "./deliveries/resend-delivery";
export { drainEndpoint } from "./delivery/drain-endpoint";
export { attemptBatch, fanOut } from "./delivery/fan-out";
export { sweepWebhooks } from "./delivery/sweep-webhooks";
export { countFailingEndpoints } from "./endpoints/count-failing-endpoints";
export { createEndpoint } from "./endpoints/create-endpoint";
export { CreateEndpointInput } from "./endpoints/create-endpoint-input";
export { deleteEndpoint } from "./endpoints/delete-endpoint";
export { disableEndpoint } from "./endpoints/disable-endpoint";
export { enableEndpoint } from "./endpoints/enable-endpoint";
export { getEndpoint } from "./endpoints/get-endpoint";
export { getEndpointSettings } from "./endpoints/get-endpoint-settings";
export { listEndpoints } from "./endpoints/list-endpoints";
export { sendExample } from "./endpoints/send-example";
export { updateEndpoint } from "./endpoints/update-endpoint";
export { getEvent } from "./events/get-event";
export { listEvents } from "./events/list-events";
export { listEventsOf } from "./events/list-events-of";
export { listReceivers } from "./events/list-receivers";
export { findInStore } from "./find/find-in-store";
export { closePools } from "./http/connections";
export type { SendResult } from "./http/exchange";
export { sendWebhook, type SendRequest } from "./http/send-webhook";
export { getOverview } from "./overview/get-overview";
export { endSecret } from "./secrets/end-secret";
export { listSecrets } from "./secrets/list-secrets";
export { reencryptSecrets } from "./secrets/reencrypt-secrets";
export { revealSecret } from "./secrets/reveal-secret";
export { rotateSecret } from "./secrets/rotate-secret";
export { switchRawBodySecret } from "./secrets/switch-raw-body-secret";
export { derivedHeaders } from "./signing/derived-headers";
export { listKeys } from "./signing/list-keys";
export { listPublicKeys } from "./signing/list-public-keys";
export { newSecret } from "./signing/new-secret";
export { rotateKey } from "./signing/rotate-key";
export { signWebhook } from "./signing/sign-webhook";
export { getQueueHealth } from "./support/get-queue-health";
export { listFailingStores } from "./support/list-failing-stores";
export { searchAcross } from "./support/search-across";
