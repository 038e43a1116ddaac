import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  closePools,
  derivedHeaders,
  newSecret,
  sendWebhook,
  signWebhook,
  type SendRequest,
  type SendResult,
} from "@/lib/webhooks";
import { env } from "@/lib/platform/env";
import { explainTls } from "@/lib/webhooks/deliveries/explain-tls";
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
    endpointId: `ep_${count}`,
    url: receiver.url + path,
    body,
    headers: {
      ...derivedHeaders({ eventId: id, eventType: "order.paid", deliveryId: "dlv_1", attemptNumber: 1 }),
      ...signWebhook({ id, timestampSeconds, body, secrets: [secret] }),
    },
    ...changes,
  };
}

/** For the test that calls it alone: on a busy machine the others need longer. */
function limit(limits: Partial<Record<"WEBHOOK_TIMEOUT_MS" | "WEBHOOK_CONNECT_TIMEOUT_MS", number>>): void {
  const { WEBHOOK_TIMEOUT_MS, WEBHOOK_CONNECT_TIMEOUT_MS } = env();
  onTestFinished(() => void Object.assign(env(), { WEBHOOK_TIMEOUT_MS, WEBHOOK_CONNECT_TIMEOUT_MS }));
  Object.assign(env(), limits);
}

const whole = ({ timings }: SendResult) => Object.values(timings).reduce((sum, ms) => sum + ms, 0);

test("a delivery arrives byte for byte, verified, and its answer is kept", async () => {
  const sent = request("/hook");
  const result = await sendWebhook(sent);
  expect(result).toMatchObject({
    outcome: "delivered",
    failure: null,
    failureDetail: null,
    statusCode: 200,
    responseBody: "200\n",
    responseTruncated: false,
    remoteAddress: "127.0.0.1",
  });
  expect(result.responseHeaders["content-type"]).toBe("text/plain");
  const arrived = await receiver.waitFor(({ headers }) => headers["webhook-id"] === sent.id);
  expect(arrived.rawBody.toString()).toBe(sent.body);
  expect(arrived.verdict).toEqual({ isVerified: true, reason: "both signatures match" });
  expect(arrived.headers).toMatchObject(sent.headers);
  expect(arrived.headers["host"]).toBe(receiver.target);
});

test.each([
  ["/204", { outcome: "delivered", failure: null, statusCode: 204, responseBody: "" }],
  ["/400", { outcome: "failed", failure: "http-status", statusCode: 400 }],
  ["/410", { outcome: "failed", failure: "http-status", statusCode: 410 }],
  ["/500", { outcome: "failed", failure: "http-status", statusCode: 500 }],
  ["/retry-after?s=7", { failure: "http-status", statusCode: 429 }],
  ["/304", { outcome: "failed", failure: "redirect", statusCode: 304 }],
  ["/reset", { outcome: "failed", failure: "reset", statusCode: null, responseBody: null }],
])("%s is told for what it is", async (path, expected) => {
  expect(await sendWebhook(request(path))).toMatchObject(expected);
});

test.each([
  ["/slow?ms=60000", { outcome: "failed", failure: "first-byte-timeout", statusCode: null }],
  ["/drip", { outcome: "failed", failure: "body-timeout", statusCode: 200 }],
])("%s is told for what it is when its time is over", async (path, expected) => {
  limit({ WEBHOOK_TIMEOUT_MS: 1_500 });
  expect(await sendWebhook(request(path))).toMatchObject(expected);
});

test("a redirect is reported with its target and never followed", async () => {
  const sent = request("/redirect");
  const result = await sendWebhook(sent);
  expect(result).toMatchObject({ failure: "redirect", failureDetail: "/200", statusCode: 302 });
  expect(receiver.requests.filter(({ headers }) => headers["webhook-id"] === sent.id)).toHaveLength(1);
});

test("of a huge answer 16 KiB are kept, and reading stops there", async () => {
  const result = await sendWebhook(request("/huge?bytes=200000000"));
  expect(result).toMatchObject({ outcome: "delivered", statusCode: 200, responseTruncated: true });
  expect(result.responseBody).toHaveLength(16 * 1024);
});

test("phases add up to the whole attempt, and the one that was cut off has its time", async () => {
  const sent = await sendWebhook(request("/slow?ms=100"));
  expect(Object.keys(sent.timings)).toEqual(["connect", "firstByte", "body"]);
  expect(sent.timings.firstByte).toBeGreaterThanOrEqual(99);
  expect(Math.abs(whole(sent) - sent.durationMs)).toBeLessThan(1.5);

  limit({ WEBHOOK_TIMEOUT_MS: 1_500 });
  const cutOff = await sendWebhook(request("/slow?ms=60000"));
  expect(Object.keys(cutOff.timings)).toEqual(["connect", "firstByte"]);
  expect(cutOff.durationMs).toBeGreaterThanOrEqual(1499);
  expect(Math.abs(whole(cutOff) - cutOff.durationMs)).toBeLessThan(1.5);
});

test("an endpoint's connection is kept for its next request and not shared with another endpoint", async () => {
  const own = await startReceiver();
  const sendFrom = (endpointId: string) => sendWebhook(request("", { url: `${own.url}/`, endpointId }));
  const first = await sendFrom("ep_a");
  const second = await sendFrom("ep_a");
  expect(first.timings).toHaveProperty("connect");
  expect(second.timings).not.toHaveProperty("connect");
  expect(second.remoteAddress).toBe("127.0.0.1");
  expect(own.connections()).toBe(1);
  await sendFrom("ep_b");
  expect(own.connections()).toBe(2);
  await own.close();
});

test("closed pools leave no connection open", async () => {
  const own = await startReceiver();
  await sendWebhook(request("", { url: `${own.url}/` }));
  await closePools();
  await expect.poll(() => own.openConnections()).toBe(0);
  await own.close();
});

test("many at once go over connections of their own", async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, () => sendWebhook(request("/slow?ms=50", { endpointId: "ep_many" }))),
  );
  expect(all.map(({ outcome }) => outcome)).toEqual(Array(20).fill("delivered"));
});

test("nothing is written once the claim is about to end", async () => {
  const sent = request("/hook", { writeBefore: performance.now() });
  expect(await sendWebhook(sent)).toMatchObject({ outcome: "interrupted", failure: null });
  await sendWebhook(request("/hook"));
  expect(receiver.requests.some(({ headers }) => headers["webhook-id"] === sent.id)).toBe(false);
});

test("a lost claim cuts its request off", async () => {
  const sent = request("/slow?ms=60000");
  let callOff = () => {};
  const result = sendWebhook({ ...sent, onStart: (cut) => (callOff = cut) });
  await receiver.waitFor(({ headers }) => headers["webhook-id"] === sent.id);
  callOff();
  expect(await result).toMatchObject({ outcome: "interrupted", failure: null, statusCode: null });
});

describe("a server that does not speak properly", () => {
  let server: Server;
  let url: string;
  let answer: (socket: Socket, connection: number) => void;
  let connections = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      const connection = ++connections;
      socket.on("error", () => {});
      socket.on("data", () => answer(socket, connection));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const target = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    env().WEBHOOK_ALLOWED_TARGETS.push(target);
    url = `http://${target}/`;
  });
  afterAll(() => void server.close());

  test("no HTTP at all is a bad response", async () => {
    answer = (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n");
    expect(await sendWebhook(request("", { url }))).toMatchObject({
      failure: "bad-response",
      statusCode: null,
    });
  });

  test("headers without an end are a bad response", async () => {
    answer = (socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(40_000)}`);
    expect(await sendWebhook(request("", { url }))).toMatchObject({ failure: "bad-response" });
  });

  test("an answer cut in the middle of its body is a failure with the status it had", async () => {
    answer = (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf");
    expect(await sendWebhook(request("", { url }))).toMatchObject({
      outcome: "failed",
      failure: "reset",
      statusCode: 200,
      responseBody: "half",
    });
  });

  test("NUL and broken UTF-8 in an answer neither end it nor fail it", async () => {
    const body = Buffer.from([0x61, 0x00, 0x62, 0xff, 0xed, 0xa0, 0x80]);
    answer = (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`);
      socket.write(body);
    };
    const { outcome, responseBody } = await sendWebhook(request("", { url }));
    expect(outcome).toBe("delivered");
    expect(responseBody).toMatch(/^a\0b\uFFFD+$/);
  });

  test("a character cut in two by the limit is left out", async () => {
    answer = (socket) => socket.end(`HTTP/1.1 200 OK\r\n\r\n${"a".repeat(16 * 1024 - 1)}éé`);
    const { responseBody, responseTruncated } = await sendWebhook(request("", { url }));
    expect(responseTruncated).toBe(true);
    expect(responseBody).toBe("a".repeat(16 * 1024 - 1));
  });

  test("an interim answer is not the answer", async () => {
    answer = (socket) =>
      socket.write("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n");
    expect(await sendWebhook(request("", { url }))).toMatchObject({
      failure: "http-status",
      statusCode: 500,
    });
  });

  test("a kept connection that is cut under the next request is no failure: it goes over a new one", async () => {
    const ok = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";
    const seen: number[] = [];
    answer = (socket, connection) => {
      seen.push(connection);
      if (seen.length === 2) socket.resetAndDestroy();
      else socket.write(ok);
    };
    const both = { url, endpointId: "ep_stale" };
    expect(await sendWebhook(request("", both))).toMatchObject({ outcome: "delivered" });
    expect(await sendWebhook(request("", both))).toMatchObject({ outcome: "delivered" });
    expect(seen).toEqual([seen[0], seen[0], (seen[0] ?? 0) + 1]);
  });

  test("a port without TLS is told as such", async () => {
    answer = (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
    const secure = url.replace("http:", "https:");
    const { outcome, failure, failureDetail, statusCode } = await sendWebhook(request("", { url: secure }));
    expect({ outcome, failure, statusCode }).toEqual({ outcome: "failed", failure: "tls", statusCode: null });
    expect(
      explainTls({ hostname: "127.0.0.1", port: "4010", zone: "UTC" }, failureDetail ?? "").happened,
    ).toBe("What listens on port 4010 does not speak TLS.");
  });

  test("a handshake that never ends is a connect timeout", async () => {
    answer = () => {};
    limit({ WEBHOOK_CONNECT_TIMEOUT_MS: 500 });
    const result = await sendWebhook(request("", { url: url.replace("http:", "https:") }));
    expect(result).toMatchObject({ failure: "connect-timeout", failureDetail: "no TLS handshake" });
    expect(Object.keys(result.timings)).toEqual(["connect", "tls"]);
  });
});

test("a port where nothing listens refuses", async () => {
  const gone = await startReceiver();
  await gone.close();
  expect(await sendWebhook(request("", { url: `${gone.url}/` }))).toMatchObject({
    outcome: "failed",
    failure: "refused",
    remoteAddress: null,
  });
});
