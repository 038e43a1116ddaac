import { expect, test } from "vitest";
import { auditActions } from "../contract";
import { describeAudit } from "./describe-audit";

test.each(auditActions)("%s is a sentence, whatever its entry knows", (action) => {
  const full = { name: "Booking sync", count: 3, held: "catch-up", type: "order.paid" };
  for (const sentence of [describeAudit(action, {}), describeAudit(action, full)])
    expect(sentence).toMatch(/^[A-Z][^{}]*[^. ]\.$/);
});

test.each([
  ["endpoint.disabled", { name: "Booking sync" }, "Disabled the endpoint Booking sync."],
  [
    "endpoint.enabled",
    { name: "Booking sync", held: "catch-up", count: 12 },
    "Enabled the endpoint Booking sync and sent its 12 held deliveries.",
  ],
  [
    "endpoint.enabled",
    { name: "Booking sync", held: "discard", count: 1 },
    "Enabled the endpoint Booking sync and discarded its one held delivery.",
  ],
  [
    "secret.rotated",
    { name: "Booking sync", overlapHours: 24 },
    "Rotated the secret of the endpoint Booking sync; the old one goes on for 24 h.",
  ],
  ["delivery.resent", { count: 200 }, "Resent 200 deliveries."],
  [
    "delivery.resent",
    { type: "order.paid", subject: "#1042", name: "Booking sync" },
    "Resent the delivery of order.paid #1042 to Booking sync.",
  ],
] as const)("%s of %o reads: %s", (action, detail, sentence) => {
  expect(describeAudit(action, detail)).toBe(sentence);
});
