import { afterAll, beforeAll, expect, test } from "vitest";
import {
  closePools,
  derivedHeaders,
  newSecret,
  sendWebhook,
  signWebhook,
  type SendRequest,
} from "@/lib/webhooks";
import { startReceiver, type Receiver } from "../support/receiver";

const secret = newSecret();
let receiver: Receiver;
let count = 0;

beforeAll(async () => {
  receiver = await startReceiver();
  receiver.secrets.push(secret);
});
afterAll(async () => {
  await closePools();
  await receiver.close();
});

function request(path: string, changes: Partial<SendRequest> = {}): SendRequest & { id: string } {
  const id = `evt_${++count}`;
  const body = JSON.stringify({ id, name: "Zoë 💇" });
  const timestampSeconds = Math.floor(Date.now() / 1000);
  return {
    id,
    endpointId: `ep_${path}`,
    url: receiver.url + path,
    body,
    headers: {
      ...derivedHeaders({ eventId: id, eventType: "order.paid", deliveryId: "dlv_1", attemptNumber: 1 }),
      ...signWebhook({ id, timestampSeconds, body, secrets: [secret] }),
    },
    ...changes,
  };
}

test("a delivery arrives byte for byte, verified, and its answer is kept", async () => {
  const sent = request("/hook");
  const result = await sendWebhook(sent);
  expect(result).toMatchObject({
    outcome: "delivered",
    failure: null,
    statusCode: 200,
    responseBody: "200\n",
  });
  expect(result.remoteAddress).toBe("127.0.0.1");
  const arrived = await receiver.waitFor(({ headers }) => headers["webhook-id"] === sent.id);
  expect(arrived.rawBody.toString()).toBe(sent.body);
  expect(arrived.verdict).toEqual({ isVerified: true, reason: "both signatures match" });
  expect(arrived.headers).toMatchObject(sent.headers);
});
