import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after";

const startedAt = new Date("2026-11-24T12:00:00.000Z");

test.each<[string, number | null]>([
  ["120", 120_000],
  [" 0 ", 0],
  ["Tue, 24 Nov 2026 12:01:00 GMT", 59_000],
  ["Tue, 24 Nov 2026 11:00:00 GMT", 0],
  ["", null],
  ["-5", null],
  ["1.5", null],
  ["soon", null],
  ["99999999999999", null],
])("Retry-After “%s” asks for %s ms from the answer's end", (value, expected) => {
  const responseHeaders: Record<string, string> = value ? { "retry-after": value } : {};
  expect(retryAfterMs({ responseHeaders, startedAt, durationMs: 1_000 })).toBe(expected);
});
