import { expect, test } from "vitest";
import { engineKind } from "./engine-kind";

const production = { NODE_ENV: "production" } as const;

test("the embedded engine is the default, also where INNGEST_DEV says no", () => {
  expect(engineKind(production)).toBe("embedded");
  expect(engineKind({ ...production, INNGEST_DEV: "0" })).toBe("embedded");
});

test("a development server or an event key choose an Inngest server", () => {
  expect(engineKind({ NODE_ENV: "development", INNGEST_DEV: "1" })).toBe("inngest");
  expect(engineKind({ NODE_ENV: "development", INNGEST_DEV: "http://inngest.internal:8288" })).toBe(
    "inngest",
  );
  expect(engineKind({ ...production, INNGEST_EVENT_KEY: "key", INNGEST_SIGNING_KEY: "key" })).toBe("inngest");
});

test("what would leave the functions open to anybody is refused", () => {
  expect(() => engineKind({ ...production, INNGEST_EVENT_KEY: "key" })).toThrow("INNGEST_SIGNING_KEY");
  expect(() => engineKind({ ...production, INNGEST_DEV: "http://inngest.internal:8288" })).toThrow(
    "INNGEST_DEV",
  );
  expect(() => engineKind({ ...production, INNGEST_DEV: "http://127.0.0.1.example:8288" })).toThrow(
    "INNGEST_DEV",
  );
  expect(engineKind({ ...production, INNGEST_DEV: "http://127.0.0.1:8288" })).toBe("inngest");
});
