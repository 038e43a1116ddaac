import { describe, expect, test } from "vitest";
import { failureKinds } from "./shapes";
import { explainFailure } from "./explain-failure";
import type { FailedAttempt } from "./failure-explanation";

const view = { zone: "Europe/Brussels", now: "2026-11-24T13:06:12.000Z" };
const attempt: FailedAttempt = {
  outcome: "failed",
  failure: "http-status",
  failureDetail: null,
  statusCode: 500,
  responseHeaders: {},
  url: "https://hooks.tressi.example/opencals",
  startedAt: "2026-11-24T12:56:55.000Z",
  durationMs: 15_000,
};
const happened = (changes: Partial<FailedAttempt>) =>
  explainFailure({ ...attempt, ...changes }, view)?.happened;

test.each<[Partial<FailedAttempt>, string]>([
  [
    { failure: "dns", failureDetail: "hooks.tressi.example: ENOTFOUND" },
    "The name hooks.tressi.example does not exist.",
  ],
  [
    { failure: "dns", failureDetail: "hooks.tressi.example: ESERVFAIL" },
    "The name servers of hooks.tressi.example gave no usable answer.",
  ],
  [{ failure: "refused" }, "The server is there, but nothing listens on port 443."],
  [{ failure: "connect-timeout", durationMs: 5_000 }, "We could not connect within 5 s."],
  [
    { failure: "connect-timeout", failureDetail: "connect EHOSTUNREACH 192.0.2.1:443" },
    "No network path leads to the server.",
  ],
  [
    { failure: "tls", failureDetail: "CERT_HAS_EXPIRED: Nov 22 10:00:00 2026 GMT" },
    "Its certificate expired on 22 November 2026.",
  ],
  [
    { failure: "tls", failureDetail: "ERR_TLS_CERT_ALTNAME_INVALID: DNS:a.example, DNS:b.example" },
    "Its certificate is for another name: a.example, b.example.",
  ],
  [
    { failure: "tls", failureDetail: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    "Its certificate is signed by nobody we know.",
  ],
  [
    { failure: "tls", failureDetail: "UNABLE_TO_VERIFY_LEAF_SIGNATURE: DNS:a.example" },
    "Its certificate comes without the chain that leads to an authority we know.",
  ],
  [{ failure: "tls", failureDetail: "CERT_NOT_YET_VALID" }, "Its certificate is not valid yet."],
  [
    { failure: "tls", failureDetail: "error:0A00010B:SSL routines:ssl3_get_record:wrong version number:" },
    "What listens on port 443 does not speak TLS.",
  ],
  [
    {
      failure: "tls",
      failureDetail: "error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:",
    },
    "It speaks only an old version of TLS.",
  ],
  [
    { failure: "tls", failureDetail: "SSL routines:ssl3_read_bytes:tlsv1 unrecognized name" },
    "The server knows no site named hooks.tressi.example.",
  ],
  [
    { failure: "tls", failureDetail: "SSL routines:ssl3_read_bytes:tlsv13 alert certificate required" },
    "It asks for a client certificate, and we send none.",
  ],
  [
    { failure: "connect-timeout", failureDetail: "no TLS handshake", durationMs: 5_000 },
    "It took the connection, but no TLS handshake came about within 5 s.",
  ],
  [{ failure: "reset", statusCode: null }, "The connection was cut before an answer came."],
  [{ failure: "reset", statusCode: 200 }, "The connection was cut in the middle of its answer."],
  [{ failure: "first-byte-timeout" }, "Your server took the request, then said nothing for 15 s."],
  [{ failure: "body-timeout" }, "It began to answer but did not finish in 15 s."],
  [{ failure: "bad-response" }, "What came back was not an HTTP answer."],
  [{ failure: "redirect", failureDetail: "/login" }, "It redirects to /login. We never follow redirects."],
  [
    {
      failure: "blocked-address",
      statusCode: 302,
      failureDetail: "It redirects to http://10.0.0.1/, which is not a public address.",
    },
    "It redirects to http://10.0.0.1/, which is not a public address.",
  ],
  [{ statusCode: 400 }, "It does not accept this content."],
  [{ statusCode: 401 }, "It refused us."],
  [
    { statusCode: 403, responseHeaders: { server: "cloudflare", "content-type": "text/html" } },
    "It refused us: a firewall page answered (cloudflare).",
  ],
  [{ statusCode: 404 }, "Nothing answers at this path."],
  [{ statusCode: 405 }, "It does not take POST at this path."],
  [{ statusCode: 410 }, "It said it is gone for good. We disabled the endpoint."],
  [
    { statusCode: 429, responseHeaders: { "retry-after": "60" } },
    "It asked us to slow down, until 13:57:55.",
  ],
  [
    { statusCode: 429, responseHeaders: { "retry-after": "Tue, 24 Nov 2026 14:10:00 GMT" } },
    "It asked us to slow down, until 15:10:00.",
  ],
  [{ statusCode: 429, responseHeaders: { "retry-after": "soon" } }, "It asked us to slow down."],
  [{ statusCode: 500 }, "Your application failed while handling it."],
  [{ statusCode: 502 }, "The proxy in front answered; your application did not."],
  [
    {
      outcome: "delivered",
      failure: null,
      statusCode: 200,
      responseHeaders: { "content-type": "text/html" },
    },
    "Delivered, but the answer is a web page. Is this the right URL?",
  ],
])("%o reads as “%s”", (changes, sentence) => expect(happened(changes)).toBe(sentence));

test("an attempt that went well needs no explanation", () => {
  expect(happened({ outcome: "delivered", failure: null, statusCode: 200 })).toBeUndefined();
});

test("an attempt that we were cut off from blames nobody", () => {
  expect(happened({ outcome: "interrupted", failure: null, statusCode: null })).toMatch(/^We were cut off/);
});

describe.each(failureKinds)("%s", (failure) => {
  test("has a sentence and at least one advice, whatever else is known", () => {
    for (const statusCode of [null, 418, 599]) {
      const explanation = explainFailure({ ...attempt, failure, statusCode, durationMs: null }, view);
      expect(explanation?.happened).toMatch(/\.$/);
      expect(explanation?.advice.length).toBeGreaterThan(0);
    }
  });
});

test("the advice names the instant to look for in the receiver's logs", () => {
  expect(explainFailure(attempt, view)?.advice[0]).toContain("13:56:55");
  expect(explainFailure({ ...attempt, failure: "reset", durationMs: 2_000 }, view)?.advice[0]).toContain(
    "13:56:57",
  );
});
