import { expect, test } from "vitest";
import type { AttemptDetail } from "@/lib/webhooks/contract";
import { layPhases, scaleStepMs } from "./phases";

const attempt = (given: Partial<AttemptDetail>) => given as AttemptDetail;

test("each phase begins where the one before it ended", () => {
  const phases = layPhases(
    attempt({ timings: { dns: 12, connect: 24, tls: 38, firstByte: 20, body: 2 }, failure: null }),
  );
  expect(phases.map(({ startMs }) => startMs)).toEqual([0, 12, 36, 74, 94]);
  expect(phases.some(({ isCut }) => isCut)).toBe(false);
});

test("the phase in which an attempt was cut off is marked, and those after it never began", () => {
  const phases = layPhases(
    attempt({ timings: { dns: 12, connect: 24, tls: 38, firstByte: 14_926 }, failure: "first-byte-timeout" }),
  );
  expect(phases.map(({ isCut }) => isCut)).toEqual([false, false, false, true, false]);
  expect(phases[4]!.durationMs).toBeNull();
});

test.each([
  ["refuses", "http-status", 500],
  ["redirects", "redirect", 302],
  ["redirects inside", "blocked-address", 302],
] as const)("an answer that %s was not cut off", (_, failure, statusCode) => {
  const phases = layPhases(attempt({ timings: { connect: 1, firstByte: 3, body: 1 }, failure, statusCode }));
  expect(phases.some(({ isCut }) => isCut)).toBe(false);
});

test("the scale has five round steps", () => {
  expect(scaleStepMs(15_000)).toBe(3_000);
  expect(scaleStepMs(96)).toBe(20);
  expect(scaleStepMs(0)).toBe(0.2);
  expect(scaleStepMs(1_001)).toBe(300);
});
