import { describe, expect, test } from "vitest";
import { CustomHeaders } from "./custom-header-fields";
import { listCustomHeaders, openCustomHeaders, sealCustomHeaders } from "./custom-headers";

const problem = (headers: unknown) => {
  const result = CustomHeaders.safeParse(headers);
  return result.success ? undefined : result.error.issues[0];
};

describe("a header that is ours, frames the message or belongs to the connection is refused by name", () => {
  test.each(
    (
      "host Host HOST content-type Content-Length content-encoding webhook-id Webhook-Signature webhook-timestamp " +
      "x-opencals-event X-Opencals-Signature connection keep-alive transfer-encoding te trailer upgrade expect " +
      "proxy-authorization proxy-connection user-agent accept-encoding cookie set-cookie forwarded via X-Forwarded-For " +
      "x-real-ip sec-fetch-mode http2-settings date"
    ).split(" "),
  )("%s", (name) => {
    expect(
      problem([
        { name: "x-fine", value: "1" },
        { name, value: "1" },
      ]),
    ).toMatchObject({
      path: [1, "name"],
      message: expect.stringContaining(`The header ${name.toLowerCase()} cannot be set`),
    });
  });
});

test.each(["authorization", "X-Api-Key", "x-tenant", "traceparent", "accept", "cf-access-client-id"])(
  "%s may be set",
  (name) =>
    expect(CustomHeaders.parse([{ name, value: "v" }])).toEqual([{ name: name.toLowerCase(), value: "v" }]),
);

test.each([
  ["", "v", "name"],
  ["with space", "v", "letters"],
  ["colon:", "v", "letters"],
  ["näme", "v", "letters"],
  ["a\r\nhost", "v", "letters"],
  ["x".repeat(65), "v", "64"],
  ["x-key", "", "value"],
  ["x-key", "a\r\nhost: b", "one line"],
  ["x-key", "a\0b", "one line"],
  ["x-key", "Zoë", "one line"],
  ["x-key", "v".repeat(1025), "1024"],
])("%j: %j is refused: %s", (name, value, reason) => {
  expect(problem([{ name, value }])?.message).toContain(reason);
});

test("at most ten, and none twice in whatever case", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `x-${index}`, value: "v" }));
  expect(problem(many(10))).toBeUndefined();
  expect(problem(many(11))?.message).toContain("At most 10");
  const twice = [
    { name: "X-Key", value: "a" },
    { name: "x-key", value: "b" },
  ];
  expect(problem(twice)).toMatchObject({ path: [1, "name"], message: "The header x-key is there twice." });
});

describe("as the row keeps them", () => {
  const row = (customHeaders: string | null) => ({ id: "ep_1", customHeaders });
  const sealed = sealCustomHeaders(row(null), [{ name: "authorization", value: "Bearer swordfish" }]);

  test("no value stands there in the clear, and another endpoint cannot read them", () => {
    expect(sealed).not.toMatch(/swordfish|authorization/);
    expect(openCustomHeaders(row(sealed))).toEqual({ authorization: "Bearer swordfish" });
    expect(listCustomHeaders(row(sealed))).toEqual(["authorization"]);
    expect(() => openCustomHeaders({ id: "ep_2", customHeaders: sealed })).toThrow();
  });

  test("one without a value keeps the one it has; a new one must have one; none is null", () => {
    const next = sealCustomHeaders(row(sealed), [{ name: "authorization" }, { name: "x-key", value: "1" }]);
    expect(openCustomHeaders(row(next))).toEqual({ authorization: "Bearer swordfish", "x-key": "1" });
    for (const name of ["x-new", "constructor", "__proto__"])
      expect(() => sealCustomHeaders(row(sealed), [{ name }])).toThrow(`Enter the value of ${name}.`);
    expect(sealCustomHeaders(row(sealed), [])).toBeNull();
  });
});
