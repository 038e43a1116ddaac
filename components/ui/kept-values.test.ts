import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetValues, keepValues } from "./kept-values";

const stored = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal("location", { pathname: "/s/salon/endpoints/new" });
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  vi.stubGlobal("sessionStorage", {
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  // The page has one password field: a header's value.
  vi.stubGlobal("document", {
    querySelector: (selector: string) =>
      selector === 'input[type="password"][name="customHeaders[0].value"]' ? {} : null,
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  stored.clear();
});

it("keeps what was entered until it is forgotten, but no secret", () => {
  const form = new FormData();
  form.set("name", "Client app");
  form.set("customHeaders[0].name", "x-api-key");
  form.set("customHeaders[0].value", "hush");
  keepValues("endpoint", form);
  const [text = ""] = stored.values();
  expect(JSON.parse(text)).toEqual([
    ["name", "Client app"],
    ["customHeaders[0].name", "x-api-key"],
  ]);
  forgetValues("endpoint");
  expect(stored.size).toBe(0);
});
