import { expect, test } from "vitest";
import { RouteTable } from "./route-table";

const table = new RouteTable([
  { method: "GET", path: "/products/{productId}" },
  { method: "GET", path: "/products/{productId}/ranges" },
  { method: "GET", path: "/products/slug/{slug}" },
  { method: "POST", path: "/cart" },
] as const);

test("a literal segment wins over a parameter", () => {
  expect(table.find("GET", "/products/slug/cut").params).toEqual({ slug: "cut" });
  expect(table.find("GET", "/products/p1/ranges").params).toEqual({ productId: "p1" });
});

test("parameters are percent-decoded, and a trailing slash changes nothing", () => {
  expect(table.find("GET", "/products/slug/caf%C3%A9/").params).toEqual({ slug: "café" });
});

test("an unknown path is 404, a known one by another method 405, a broken escape 400", () => {
  expect(() => table.find("GET", "/nothing")).toThrow(expect.objectContaining({ status: 404 }));
  expect(() => table.find("GET", "/products/")).toThrow(expect.objectContaining({ status: 404 }));
  expect(() => table.find("DELETE", "/cart")).toThrow(expect.objectContaining({ status: 405 }));
  expect(() => table.find("GET", "/products/%E0%A4%A")).toThrow(expect.objectContaining({ status: 400 }));
});
