import { describe, expect, test } from "vitest";
import { conflict, DomainError, invalid, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { errorResponse } from "./error-table";

log.level = "silent";

describe("each kind of failure has one status", () => {
  test.each([
    [invalid("take", "At most 100."), 400],
    [new DomainError("precondition", "Too late."), 400],
    [new DomainError("unauthorized", "Unauthorized"), 401],
    [new DomainError("forbidden", "No."), 403],
    [notFound("The order"), 404],
    [conflict("The slot is not available."), 409],
    [new DomainError("throttled", "Slowly.", { retryAfterSeconds: 7 }), 429],
    [new DomainError("unavailable", "Later."), 503],
    [Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), 503],
    [new Error("secret detail"), 500],
  ])("%s → %i", async (error, status) => {
    const response = errorResponse(error, "request-1");
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ statusCode: status, message: expect.any(String) });
  });
});

test("an unknown failure says its request id and nothing of its cause", async () => {
  const text = await errorResponse(new Error("secret detail"), "request-1").text();
  expect(text).toContain("request-1");
  expect(text).not.toContain("secret detail");
});

test("a throttled caller is told when to come back", () => {
  const error = new DomainError("throttled", "Slowly.", { retryAfterSeconds: 7 });
  expect(errorResponse(error, "request-1").headers.get("retry-after")).toBe("7");
});
