import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const seen = (forwardedFor: string, trustedProxies: number) =>
  clientAddress(new Headers({ "x-forwarded-for": forwardedFor }), trustedProxies);

test("without a trusted proxy only the socket's own address counts, whatever the client wrote", () => {
  expect(seen("203.0.113.9, 198.51.100.7", 0)).toBe("198.51.100.7");
});

test("behind trusted proxies it is the address that the outermost of them saw", () => {
  expect(seen("1.1.1.1, 203.0.113.9, 10.0.0.2", 1)).toBe("203.0.113.9");
  expect(seen("1.1.1.1, 203.0.113.9, 10.0.0.3, 10.0.0.2", 2)).toBe("203.0.113.9");
});

test("a caller without an address still has a name to count under", () => {
  expect(clientAddress(new Headers(), 0)).toBe("unknown");
});
