import { expect, test } from "vitest";
import { localDay, offsetPieces, requireZone } from "./zone";

test.each(["2027-02-31", "2027-13-01", "2027-2-1", "27-02-01", "tomorrow", "2027-02-01T10:00", ""])(
  "%j is no day, and the answer names the property",
  (date) => {
    expect(() => localDay(date, "UTC", "date")).toThrow(
      expect.objectContaining({ code: "invalid", fields: [expect.objectContaining({ property: "date" })] }),
    );
  },
);

test.each(["Mars/Base", "", "Europe/Atlantis", "2027-01-01T00:00Z"])("%j is no zone", (zone) => {
  expect(() => requireZone(zone, "timezone")).toThrow(
    expect.objectContaining({ code: "invalid", fields: [expect.objectContaining({ property: "timezone" })] }),
  );
});

test("a span falls into one piece, but for each change of the clocks", () => {
  const year = { from: Date.parse("2027-01-01"), to: Date.parse("2028-01-01") };
  expect(offsetPieces("Asia/Kathmandu", year)).toEqual([{ ...year, offsetMs: 5.75 * 3_600_000 }]);
  expect(offsetPieces("Europe/London", year).map(({ offsetMs }) => offsetMs / 3_600_000)).toEqual([0, 1, 0]);
});
