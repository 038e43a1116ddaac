import { env } from "@/lib/platform/env";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseTarget } from "./parse-target";

const refusal = (url: string) => {
  const target = parseTarget(url);
  return "refusal" in target ? target.refusal : undefined;
};

describe("every spelling of an address that is not public is refused", () => {
  test.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://127.0.0.1./",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://2130706433/",
    "https://①②⑦.⓪.⓪.①/",
    "https://%31%32%37.0.0.1/",
    "https://0/",
    "https://10.1.2.3:8443/hook",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/",
    "https://[::]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:169.254.169.254]/",
    "https://[0:0:0:0:0:ffff:7f00:1]/",
    "https://[64:ff9b::127.0.0.1]/",
    "https://[fd00:ec2::254]/",
    "https://[fe80::1]/",
    "https://localhost/",
    "https://localhost./",
    "https://LOCALHOST/",
    "https://api.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "http://localhost:4010/hook",
  ])("%s", (url) => expect(refusal(url)).toMatch(/is not a public address.*WEBHOOK_ALLOWED_TARGETS/));
});

test.each([
  ["", "full URL"],
  ["example.com/hook", "full URL"],
  ["https://", "full URL"],
  ["https://exa mple.com/", "full URL"],
  ["https://[fe80::1%25eth0]/", "full URL"],
  ["https://256.1.1.1/", "full URL"],
  ["ftp://example.com/", "starts with https://"],
  ["javascript:alert(1)", "starts with https://"],
  ["file:///etc/passwd", "starts with https://"],
  ["http://example.com/", "starts with https://"],
  ["https://user:pass@example.com/", "user name and password"],
  ["https://user@example.com/", "user name and password"],
  ["https://example.com@127.0.0.1/", "user name and password"],
  ["https://example.com:80/", "Port 80"],
  ["https://example.com:22/", "Port 22"],
  ["https://example.com:0/", "Port 0"],
  ["https://example.com:5432/", "Port 5432"],
  ["https://example.com:6379/", "Port 6379"],
  ["https://example.com:11211/", "Port 11211"],
  ["https://example.com:99999/", "full URL"],
  [`https://example.com/${"x".repeat(2048)}`, "2048 characters"],
])("%s is refused: %s", (url, reason) => expect(refusal(url)).toContain(reason));

test.each([
  "https://example.com/hook?x=1",
  "https://example.com:8443/",
  "https://example.com:3000/",
  "https://example.com./",
  "https://bücher.example/",
  "https://8.8.8.8/",
  "https://[2606:4700:4700::1111]/",
])("%s may be a target", (url) => expect(refusal(url)).toBeUndefined());

describe("WEBHOOK_ALLOWED_TARGETS", () => {
  const allowed = env().WEBHOOK_ALLOWED_TARGETS;
  beforeEach(() => void allowed.push("127.0.0.1:4010", "localhost:80", "[::1]:4010"));
  afterEach(() => void allowed.splice(0));

  test.each([
    "http://127.0.0.1:4010/x",
    "https://127.0.0.1:4010/",
    "http://127.1:4010/",
    "http://localhost/",
    "http://[::1]:4010/",
  ])("%s is excepted", (url) => expect(parseTarget(url)).toMatchObject({ isExcepted: true }));

  test.each([
    "http://127.0.0.1:4011/",
    "http://127.0.0.2:4010/",
    "https://localhost/",
    "http://localhost:4010/",
  ])("%s is not: an exception is one host and one port", (url) => expect(refusal(url)).toBeDefined());

  test("credentials are refused there too", () => {
    expect(refusal("http://a:b@127.0.0.1:4010/")).toContain("password");
  });
});
