import { expect, test } from "vitest";
import { retryDelaysSeconds } from "../delivery/retry-policy";
import { planAttempts } from "./plan-attempts";

const dueAt = new Date("2026-11-24T12:00:00.000Z");
const base = {
  status: "pending",
  attempts: 0,
  ladder: 0,
  dueAt,
  plannedAt: null,
  lastAttemptAt: null,
  isTest: false,
  retryDelays: retryDelaysSeconds,
};

test("a fresh delivery has ten attempts before it, each after its rung of the ladder", () => {
  const { plan, attemptsMax } = planAttempts(base);
  expect(attemptsMax).toBe(10);
  expect(plan.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(plan.slice(0, 3)).toEqual([
    { number: 1, at: "2026-11-24T12:00:00.000Z", afterSeconds: 0 },
    { number: 2, at: "2026-11-24T12:00:05.000Z", afterSeconds: 5 },
    { number: 3, at: "2026-11-24T12:05:05.000Z", afterSeconds: 300 },
  ]);
});

test("after three failures seven are left, the next one when it is due", () => {
  const lastAttemptAt = new Date("2026-11-24T11:30:00.000Z");
  const { plan, attemptsMax } = planAttempts({
    ...base,
    status: "failed",
    attempts: 3,
    ladder: 3,
    lastAttemptAt,
  });
  expect(attemptsMax).toBe(10);
  expect(plan).toHaveLength(7);
  expect(plan[0]).toEqual({ number: 4, at: dueAt.toISOString(), afterSeconds: 1_800 });
  expect(plan[1]?.afterSeconds).toBe(7_200);
});

test("interrupted attempts have numbers and take up no place", () => {
  const { plan, attemptsMax } = planAttempts({ ...base, status: "failed", attempts: 4, ladder: 3 });
  expect(plan[0]?.number).toBe(5);
  expect(attemptsMax).toBe(11);
});

test("nothing is planned for what is settled, and one attempt for what is resent", () => {
  const settled = { ...base, attempts: 10, ladder: 10, dueAt: null };
  expect(planAttempts({ ...settled, status: "exhausted" })).toEqual({ plan: [], attemptsMax: 10 });
  expect(planAttempts({ ...settled, status: "delivered", attempts: 1 })).toEqual({
    plan: [],
    attemptsMax: 10,
  });
  expect(planAttempts({ ...settled, status: "held", attempts: 0 }).plan).toEqual([]);
  expect(planAttempts({ ...settled, status: "exhausted", dueAt }).plan).toEqual([
    { number: 11, at: dueAt.toISOString(), afterSeconds: 0 },
  ]);
});

test("a resend comes first, and the ladder goes on when it was planned", () => {
  const plannedAt = new Date("2026-11-24T12:30:00.000Z");
  const resent = { ...base, status: "failed", attempts: 3, ladder: 3, plannedAt };
  const { plan } = planAttempts(resent);
  expect(plan.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  expect(plan.slice(0, 3)).toEqual([
    { number: 4, at: dueAt.toISOString(), afterSeconds: 0 },
    { number: 5, at: plannedAt.toISOString(), afterSeconds: 1_800 },
    { number: 6, at: "2026-11-24T14:30:00.000Z", afterSeconds: 7_200 },
  ]);
});

test("an example has one attempt", () => {
  const example = { ...base, ladder: 9, isTest: true };
  expect(planAttempts(example)).toMatchObject({ plan: [{ number: 1 }], attemptsMax: 1 });
  expect(planAttempts({ ...example, status: "delivered", attempts: 1, dueAt: null }).attemptsMax).toBe(1);
});
