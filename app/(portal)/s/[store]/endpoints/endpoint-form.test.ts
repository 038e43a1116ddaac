import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { conflict, DomainError } from "@/lib/platform/errors";
import { usualSettings } from "@/lib/webhooks/contract";
import { EndpointForm, replyRefused } from "./endpoint-form";

const here = "01a20d58-f78d-7d43-863e-1177e00fd4a8";

/** As a browser sends it: what is not ticked is absent, what is empty is "". */
function send(fields: Record<string, string | string[]> = {}) {
  const form = new FormData();
  const usual = { url: "https://hooks.example/in", name: "Shop", scope: "all" };
  for (const [name, value] of Object.entries({
    ...usual,
    retryDelays: "",
    cap: "10",
    ratePerSecond: "",
    ...fields,
  }))
    for (const one of [value].flat()) form.append(name, one);
  return parseWithZod(form, { schema: EndpointForm });
}

test("a form left as it opened asks for what is usual, and says so of each setting", () => {
  const submission = send();
  expect(submission.status).toBe("success");
  const { retryDelays: _, customHeaders: __, ...settings } = usualSettings;
  expect(submission.status === "success" && submission.value).toMatchObject({
    ...settings,
    description: "",
    retryDelays: null,
    customHeaders: [],
    eventTypes: [],
  });
});

test("what is entered is what the verb gets", () => {
  const submission = send({
    description: `${"x".repeat(498)}\r\ny`,
    retryDelays: "5 s, 5 min,2 h",
    cap: "3",
    ratePerSecond: "20",
    ordered: "on",
    signsEd25519: "on",
    "customHeaders[0].name": "X-Api-Key",
    "customHeaders[0].value": "hush",
    "customHeaders[1].name": "x-kept",
    "customHeaders[1].value": "",
    locationIds: [here],
    operationalTypes: ["endpoint.failing", "endpoint.recovered"],
  });
  expect(submission.status === "success" && submission.value).toMatchObject({
    description: `${"x".repeat(498)}\ny`,
    retryDelays: [5, 300, 7_200],
    cap: 3,
    ratePerSecond: 20,
    ordered: true,
    signsEd25519: true,
    customHeaders: [{ name: "x-api-key", value: "hush" }, { name: "x-kept" }],
    locationIds: [here],
    productIds: [],
    operationalTypes: ["endpoint.failing", "endpoint.recovered"],
  });
});

test.each([
  ["url", { url: "" }, "Enter the URL."],
  ["name", { name: "x".repeat(61) }, "at most 60 characters"],
  ["description", { description: "x".repeat(501) }, "at most 500 characters"],
  ["eventTypes", { scope: "some" }, "Choose at least one event type."],
  ["eventTypes[0]", { scope: "some", eventTypes: ["order.eaten"] }, 'no event type "order.eaten"'],
  ["retryDelays", { retryDelays: "5 s, soon" }, "“soon” is no wait"],
  ["retryDelays[0]", { retryDelays: "1 s" }, "1 s is too short"],
  ["retryDelays[1]", { retryDelays: "5 s, 25 h" }, "25 h is too long"],
  ["retryDelays", { retryDelays: Array(8).fill("24 h").join() }, "more than 7 days"],
  ["retryDelays", { retryDelays: Array(15).fill("5 s").join() }, "at most 14 waits"],
  ["cap", { cap: "0" }, "from 1 to 100"],
  ["cap", { cap: "many" }, "a whole number"],
  ["ratePerSecond", { ratePerSecond: "1001" }, "from 1 to 1000"],
  ["ratePerSecond", { ratePerSecond: "2.5" }, "a whole number"],
  [
    "customHeaders[0].name",
    { "customHeaders[0].name": "Host", "customHeaders[0].value": "x" },
    "cannot be set",
  ],
  ["customHeaders[0].name", { "customHeaders[0].name": "" }, "Enter the header's name."],
  ["customHeaders[0].value", { "customHeaders[0].name": "x-a", "customHeaders[0].value": "é" }, "plain text"],
  ["locationIds[0]", { locationIds: ["here"] }, "Write an id as you got it from us."],
  ["operationalTypes[0]", { operationalTypes: ["endpoint.eaten"] }, "no operational event type"],
])("bad input is refused at %s: %j", (name, fields, message) => {
  const { error } = send(fields).reply();
  expect(Object.keys(error ?? {})).toEqual([name]);
  expect(error?.[name]?.[0]).toContain(message);
});

test("a verb's refusal stands beside its field where the form has it, else above the button", () => {
  const beside = new DomainError("invalid", "", {
    fields: [{ property: "customHeaders.1.value", messages: ["Enter the value of x-a."] }],
  });
  expect(replyRefused(send(), beside).error).toEqual({
    "customHeaders[1].value": ["Enter the value of x-a."],
  });
  const stale = conflict("Reload.", { fields: [{ property: "version", messages: ["Reload."] }] });
  expect(replyRefused(send(), stale).error).toEqual({ "": ["Reload."] });
});
