import { expect, test } from "vitest";
import type { EndpointListItem, Overview } from "@/lib/webhooks/contract";
import { sayOverview } from "./say-overview";

const view = { zone: "Europe/Brussels", now: "2026-11-24T13:06:12.000Z" };
const none = { pending: 0, delivered: 0, failed: 0, held: 0, exhausted: 0, canceled: 0 };

const endpoint = (name: string, day: { failed?: number; held?: number }) =>
  ({ name, hours: [{ hour: "", delivered: 0, failed: 0, held: 0, ...day }] }) as EndpointListItem;

function say(counts: Partial<Overview["counts"]>, endpoints: EndpointListItem[] = []): string {
  const since = "2026-11-23T14:00:00.000Z";
  const {
    arrived,
    missing = "",
    rest,
  } = sayOverview({ since, counts: { ...none, ...counts }, endpoints } as Overview, view);
  return `${arrived} ${missing}${rest}`.trim();
}

test("a calm day is told in one sentence", () => {
  expect(say({})).toBe("Nothing was to be delivered since yesterday afternoon.");
  expect(say({ delivered: 1 })).toBe("The one delivery arrived since yesterday afternoon.");
  expect(say({ delivered: 1_174 })).toBe("All 1,174 deliveries arrived since yesterday afternoon.");
  expect(say({ delivered: 9, pending: 1 })).toBe(
    "9 of 10 deliveries arrived since yesterday afternoon. 1 is on its way.",
  );
});

test("what did not arrive is counted, and said to be one endpoint's where it is", () => {
  const client = endpoint("Client app", { failed: 95 });
  const others = endpoint("Reminders", { failed: 3 });
  expect(say({ delivered: 2, failed: 97, exhausted: 1 }, [others, client])).toBe(
    "2 of 100 deliveries arrived since yesterday afternoon. 98 have not: nearly all go to Client app.",
  );
  expect(say({ failed: 95 }, [client])).toContain("95 have not: all go to Client app.");
  expect(say({ failed: 6 }, [endpoint("A", { failed: 3 }), endpoint("B", { failed: 3 })])).toContain(
    "6 have not.",
  );
  expect(say({ failed: 1 }, [endpoint("A", { failed: 1 })])).toContain("1 has not: it goes to A.");
});

test("what is held is not called lost", () => {
  expect(say({ delivered: 1, held: 2 }, [endpoint("Accounting", { held: 2 })])).toBe(
    "1 of 3 deliveries arrived since yesterday afternoon. 2 are held for Accounting.",
  );
});
