import { expect, test } from "vitest";
import { SendFailure, toSendFailure, type Phase } from "./send-failure";

const coded = (code: string) => Object.assign(new Error(`${code} 192.0.2.1:443`), { code });

test.each<[string, Phase, SendFailure["kind"]]>([
  ["ECONNREFUSED", "connect", "refused"],
  ["ETIMEDOUT", "connect", "connect-timeout"],
  ["EHOSTUNREACH", "connect", "connect-timeout"],
  ["ECONNRESET", "connect", "reset"],
  ["ECONNRESET", "tls", "reset"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "tls", "tls"],
  ["EPROTO", "tls", "tls"],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "firstByte", "tls"],
  ["ECONNRESET", "firstByte", "reset"],
  ["EPIPE", "firstByte", "reset"],
  ["UND_ERR_SOCKET", "body", "reset"],
  ["HPE_INVALID_CONSTANT", "firstByte", "bad-response"],
  ["UND_ERR_HEADERS_OVERFLOW", "firstByte", "bad-response"],
  ["EMFILE", "connect", "ours"],
  ["ENFILE", "connect", "ours"],
  ["ENETUNREACH", "connect", "ours"],
  ["EADDRNOTAVAIL", "connect", "ours"],
  ["ENOBUFS", "firstByte", "ours"],
  ["UND_ERR_INVALID_ARG", "connect", "ours"],
])("%s in phase %s is %s", (code, phase, kind) => {
  expect(toSendFailure(coded(code), phase).kind).toBe(kind);
});

test("of several addresses the one that speaks of the other side is told", () => {
  const both = new AggregateError([coded("ENETUNREACH"), coded("ECONNREFUSED")]);
  expect(toSendFailure(both, "connect")).toMatchObject({
    kind: "refused",
    detail: "ECONNREFUSED 192.0.2.1:443",
  });
  expect(toSendFailure(new AggregateError([coded("ENETUNREACH")]), "connect").kind).toBe("ours");
});
