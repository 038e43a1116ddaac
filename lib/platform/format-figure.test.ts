import { expect, test } from "vitest";
import { formatBytes, formatDuration, formatPlural, formatShare } from "./format-figure";

test("a share is never rounded up to all, nor down to none", () => {
  expect(formatShare(1)).toBe("100 %");
  expect(formatShare(0.9999)).toBe("99.9 %");
  expect(formatShare(0.995)).toBe("99.5 %");
  expect(formatShare(0.0001)).toBe("0.1 %");
  expect(formatShare(0)).toBe("0 %");
});

test("durations and sizes keep their unit apart", () => {
  expect(formatDuration(96)).toBe("96 ms");
  expect(formatDuration(1_930)).toBe("1.9 s");
  expect(formatDuration(14_926, 2)).toBe("14.93 s");
  expect(formatBytes(1_284)).toBe("1,284 B");
  expect(formatBytes(16_384)).toBe("16 KiB");
});

test("one is singular", () => {
  expect(formatPlural(1, "delivery")).toBe("1 delivery");
  expect(formatPlural(1_174, "delivery")).toBe("1,174 deliveries");
  expect(formatPlural(2, "endpoint")).toBe("2 endpoints");
});
