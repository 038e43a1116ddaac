/**
 * Endpoints and what is delivered to them: secrets, signing, the guarded sender, deliveries and their attempts.
 * Promises: a recorded event reaches every endpoint that wants it or says why not, signed, at least once, always under the
 * same webhook-id; and no packet goes to an address that is not public, unless WEBHOOK_ALLOWED_TARGETS names it.
 */
export { countDeliveries } from "./deliveries/count-deliveries";
export { getDelivery } from "./deliveries/get-delivery";
export { listDeliveries, type DeliveryFilter, type DeliveryList } from "./deliveries/list-deliveries";
export { drainEndpoint } from "./delivery/drain-endpoint";
export { attemptBatch, fanOut } from "./delivery/fan-out";
export { sweepWebhooks } from "./delivery/sweep-webhooks";
export { countFailingEndpoints } from "./endpoints/count-failing-endpoints";
export { createEndpoint } from "./endpoints/create-endpoint";
export { CreateEndpointInput } from "./endpoints/create-endpoint-input";
export { getEndpoint } from "./endpoints/get-endpoint";
export { listEndpoints } from "./endpoints/list-endpoints";
export { closePools } from "./http/connections";
export type { SendResult } from "./http/exchange";
export { sendWebhook, type SendRequest } from "./http/send-webhook";
export { derivedHeaders } from "./signing/derived-headers";
export { newSecret } from "./signing/new-secret";
export { signWebhook } from "./signing/sign-webhook";
