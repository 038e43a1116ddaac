import { expect, test } from "vitest";
import { alertNotice } from "./alert-notice";
import type { Turn } from "./turn";

const turn: Turn = {
  kind: "failing",
  at: new Date("2026-11-24T09:00:00Z"),
  disablesAt: null,
  store: { name: "Odile", slug: "odile", timezone: "Europe/Brussels" },
  endpoint: {
    id: "ep_1",
    name: "Booking site",
    url: "https://site.example/hooks?key=hush",
    disabledReason: null,
  },
  by: null,
  deliveryId: "dlv_1",
  event: { id: "evt_1", type: "order.paid", subjectName: "1001" },
  failure: { kind: "dns", statusCode: null, happened: "The name site.example does not exist." },
};
const portal = "https://portal.example";

test("a mail about a failing endpoint says which event failed and why, and leads to its delivery", () => {
  const { subject, content } = alertNotice(turn, portal);
  expect(subject).toBe("Failing: Booking site (Odile)");
  expect(content.sections).toEqual([
    {
      facts: [
        { label: "Endpoint", value: "Booking site, site.example/hooks" },
        { label: "Event", value: "order.paid, 1001" },
        { label: "What failed", value: "The name site.example does not exist." },
      ],
    },
  ]);
  expect(content.action).toEqual({
    label: "See the delivery",
    url: "https://portal.example/s/odile/deliveries/dlv_1",
  });
  expect(content.closing).toBe("You get this as an owner or developer of Odile.");
});

test("when it will be disabled is told in the store's time", () => {
  const disablesAt = new Date("2026-11-26T13:00:00Z");
  const { content } = alertNotice({ ...turn, kind: "disabling-soon", disablesAt }, portal);
  expect(content.paragraphs[0]).toContain("Thursday 26 November 2026 at 14:00 (Europe/Brussels)");
});

test.each([
  ["failing", "for five days"],
  ["gone", "410 Gone"],
])(
  "that it was disabled as %s says why, what becomes of its events, and leads to the endpoint",
  (why, said) => {
    const endpoint = { ...turn.endpoint, disabledReason: why };
    const { content } = alertNotice({ ...turn, kind: "disabled", endpoint }, portal);
    expect(content.paragraphs[0]).toContain(said);
    expect(content.paragraphs[1]).toContain("held, not lost");
    expect(content.action?.url).toBe("https://portal.example/s/odile/endpoints/ep_1");
  },
);

test("that somebody disabled it says who and why, and what becomes of its events", () => {
  const by = { id: null, name: "Jo (Opencals support)", reason: "It floods your own site." };
  const { content } = alertNotice({ ...turn, kind: "disabled", failure: null, event: null, by }, portal);
  expect(content.paragraphs[0]).toContain("Jo (Opencals support) has disabled Booking site");
  expect(content.paragraphs[1]).toContain("held, not lost");
  expect(content.sections[0]?.facts).toContainEqual({ label: "Reason", value: "It floods your own site." });
});

test("what could not be kept of a failure is left out", () => {
  const { content } = alertNotice(
    { ...turn, kind: "recovered", event: null, failure: null, deliveryId: null },
    portal,
  );
  expect(content.sections[0]?.facts).toHaveLength(1);
});
