import { expect, test } from "vitest";
import { failureKinds } from "@/lib/webhooks/contract";
import { failureText } from "./failure-text";

test.each(failureKinds)("%s has words", (failure) => {
  expect(failureText(failure, failure === "http-status" ? 500 : null)).toMatch(/^[A-Z5]/);
});

test.each([
  [403, "403, refuses us"],
  [404, "404, nothing answers at this path"],
  [422, "422, does not accept the content"],
  [429, "429, asks for slower"],
  [500, "500, the application failed"],
  [503, "503, only the proxy answers"],
])("an answer of %i is said with what it means", (statusCode, text) => {
  expect(failureText("http-status", statusCode)).toBe(text);
});
