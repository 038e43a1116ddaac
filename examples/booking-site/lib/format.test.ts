import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatCountdown,
  formatDuration,
  formatGap,
  formatOffset,
  formatPrice,
  formatSpan,
} from "./format";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("what the site writes", () => {
  it("gives amounts in the currency's own digits", () => {
    expect(plain(formatPrice(145, "EUR"))).toBe("€ 145");
    expect(plain(formatPrice(52.5, "EUR"))).toBe("€ 52.50");
    expect(formatPrice(0, "EUR")).toBe("Free");
    expect(plain(formatAmount(1169, "EUR"))).toBe("€ 1,169.00");
    expect(plain(formatAmount(1200, "JPY"))).toBe("¥ 1,200");
  });

  it("gives spans of time in hours and minutes", () => {
    expect([900, 2700, 7200, 9000, 3900].map(formatDuration)).toEqual([
      "15 min",
      "45 min",
      "2 h",
      "2 h 30",
      "1 h 05",
    ]);
    expect([86_400, 3_600, 259_200].map(formatGap)).toEqual(["24 h", "1 h", "3 days"]);
    expect([760, 59.9, 0, -3].map(formatCountdown)).toEqual(["12:40", "0:59", "0:00", "0:00"]);
  });

  it("gives times on the wall of the zone, also across the change to winter time", () => {
    const span = { from: "2026-11-26T09:30:00Z", to: "2026-11-26T12:00:00Z" };
    expect(formatSpan(span, "Europe/Brussels")).toBe("Thu 26 November, 10:30 to 13:00");
    expect(formatSpan(span, "America/New_York")).toBe("Thu 26 November, 4:30 to 7:00");
    expect(formatOffset("2026-10-24T12:00:00Z", "Europe/Brussels")).toBe("UTC+2");
    expect(formatOffset("2026-10-26T12:00:00Z", "Europe/Brussels")).toBe("UTC+1");
  });
});
