import { expect, test } from "vitest";
import type { DeliveryDetail, DeliveryWaits } from "./shapes";
import { describeDelivery } from "./describe-delivery";

const view = { zone: "Europe/Brussels", now: "2026-11-24T13:06:12.000Z" };
const nothing: DeliveryWaits = {
  pausedUntil: null,
  isAskedToWait: false,
  behind: null,
  ratePerSecond: null,
  disablesAt: null,
};
const delivery: DeliveryDetail = {
  id: "dlv_1",
  status: "pending",
  eventId: "evt_1",
  eventType: "order.paid",
  subjectName: "1001",
  endpointId: "ep_1",
  endpointName: "Accounting",
  attempts: 0,
  dueAt: "2026-11-24T13:06:12.000Z",
  lastAttemptAt: null,
  lastFailure: null,
  lastStatusCode: null,
  durationMs: null,
  createdAt: "2026-11-24T13:06:12.000Z",
  event: {
    id: "evt_1",
    type: "order.paid",
    subjectId: "1",
    subjectName: "1001",
    sequence: 1,
    createdAt: "2026-11-24T13:06:12.000Z",
    about: null,
  },
  endpoint: { id: "ep_1", name: "Accounting", url: "https://hooks.example/", disabledAt: null },
  body: "{}",
  attemptDetails: [],
  plan: [],
  attemptsMax: 10,
  isUnderWay: false,
  settledAt: null,
  canceledBy: null,
  isTest: false,
  plannedAt: null,
  waits: nothing,
  siblings: [],
};

test.each<[Partial<DeliveryDetail>, string]>([
  [{}, "Waiting for its first attempt."],
  [{ isUnderWay: true, attempts: 1 }, "Attempt 1 is under way."],
  [
    { status: "delivered", attempts: 4, settledAt: "2026-11-24T12:32:09.000Z", durationMs: 96 },
    "Delivered at 13:32:09, attempt 4 of 10, 96 ms.",
  ],
  [
    { status: "failed", attempts: 3, dueAt: "2026-11-24T13:32:00.000Z" },
    "Will retry at 14:32, attempt 4 of 10.",
  ],
  [
    { status: "failed", attempts: 3, dueAt: "2026-11-24T13:00:00.000Z" },
    "Due since 14:00:00, attempt 4 of 10.",
  ],
  [
    {
      status: "failed",
      attempts: 3,
      dueAt: "2026-11-24T13:32:00.000Z",
      waits: { ...nothing, disablesAt: "2026-11-27T17:06:12.000Z" },
    },
    "Will retry at 14:32, attempt 4 of 10. The endpoint is disabled in 3 d 4 h unless one delivery succeeds.",
  ],
  [
    {
      status: "failed",
      waits: { ...nothing, pausedUntil: "2026-11-24T14:10:00.000Z", isAskedToWait: true },
    },
    "Your server asked us to wait until 15:10.",
  ],
  [
    { status: "failed", waits: { ...nothing, pausedUntil: "2026-11-24T13:06:42.000Z" } },
    "Your server answered three times in a row that it cannot keep up, so we wait until 14:06:42.",
  ],
  [
    { dueAt: "2026-11-24T13:06:00.000Z", waits: { ...nothing, ratePerSecond: 5 } },
    "Due since 14:06, waits for the limit of 5 per second.",
  ],
  [
    { waits: { ...nothing, behind: "appointment 2309" } },
    "Waits for an earlier delivery of appointment 2309.",
  ],
  [
    {
      status: "held",
      settledAt: "2026-11-22T08:12:00.000Z",
      dueAt: null,
      endpoint: { ...delivery.endpoint, disabledAt: "2026-11-22T08:00:00.000Z" },
    },
    "Held since Sun 09:12 because Accounting is disabled. Nothing is lost.",
  ],
  [
    { status: "held", settledAt: "2026-11-22T08:12:00.000Z", dueAt: null },
    "Held since Sun 09:12. Accounting is enabled again, and what was chosen for held events is being done.",
  ],
  [
    { status: "exhausted", attempts: 10, lastAttemptAt: "2026-11-23T13:00:00.000Z", dueAt: null },
    "10 of 10 attempts failed, the last at Mon 14:00. Nothing more happens by itself: resend it.",
  ],
  [
    { status: "canceled", settledAt: "2026-11-24T10:47:00.000Z", canceledBy: "Ines Claes" },
    "Canceled by Ines Claes at 11:47:00.",
  ],
  [
    { status: "canceled", settledAt: "2026-11-24T10:47:00.000Z" },
    "Canceled: Accounting no longer wants this event.",
  ],
])("%o reads as “%s”", (changes, sentence) => {
  expect(describeDelivery({ ...delivery, ...changes }, view)).toBe(sentence);
});
