import { describe, expect, it } from "vitest";
import { freeDays, nearest, partOf, slotsFor } from "./free-days";

const zone = "Europe/Brussels";

describe("what is free", () => {
  it("is shared out to the parts of each local day, once however many are free together", () => {
    const spans = [
      { from: "2026-11-26T08:00:00Z", to: "2026-11-26T11:00:00Z", personIds: ["jules"] },
      { from: "2026-11-26T09:00:00Z", to: "2026-11-26T10:00:00Z", personIds: ["noor"] },
      { from: "2026-11-27T22:00:00Z", to: "2026-11-28T09:00:00Z", personIds: ["noor"] },
    ];
    expect([...freeDays(spans, null, zone).keys()]).toEqual(["2026-11-26", "2026-11-27", "2026-11-28"]);
    expect(freeDays(spans, null, zone).get("2026-11-26")).toEqual({
      morning: 0.75,
      afternoon: 0,
      evening: 0,
    });
    expect(freeDays(spans, "noor", zone).get("2026-11-26")).toEqual({
      morning: 0.25,
      afternoon: 0,
      evening: 0,
    });
    expect(freeDays(spans, "noor", zone).get("2026-11-27")?.evening).toBe(0.25);
  });

  it("ends a day at midnight: a span that ends then is not free the next day", () => {
    const spans = [{ from: "2026-11-26T18:00:00Z", to: "2026-11-26T23:00:00Z", personIds: [] }];
    expect([...freeDays(spans, null, zone).keys()]).toEqual(["2026-11-26"]);
  });

  it("names the part of the day by the wall clock", () => {
    expect(partOf("2026-11-26T10:59:00Z", zone)).toBe("morning");
    expect(partOf("2026-11-26T11:00:00Z", zone)).toBe("afternoon");
    expect(partOf("2026-11-26T16:00:00Z", zone)).toBe("evening");
  });

  it("offers the times nearest to the one that was lost, never that one", () => {
    const slots = ["09:00", "10:30", "11:15", "12:00", "15:00"].map((time) => ({
      from: `2026-11-26T${time}:00Z`,
    }));
    expect(nearest(slots, "2026-11-26T11:15:00Z", 2).map(({ from }) => from.slice(11, 16))).toEqual([
      "10:30",
      "12:00",
    ]);
  });

  it("leaves out full classes and other people's times", () => {
    const slot = { from: "a", to: "b", salonIds: [], personIds: ["jules"], placesLeft: 1 };
    expect(slotsFor([slot, { ...slot, placesLeft: 0 }], "jules")).toEqual([slot]);
    expect(slotsFor([slot], "noor")).toEqual([]);
  });
});
