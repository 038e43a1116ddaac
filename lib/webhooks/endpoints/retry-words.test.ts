import { expect, test } from "vitest";
import { retryDelaysSeconds } from "../delivery/retry-policy";
import { describeRetries, formatWaits, parseWaits } from "./retry-words";

test("the usual ladder is told in one sentence", () => {
  expect(describeRetries(retryDelaysSeconds)).toBe(
    "Retries after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h: 10 attempts in about 76 h.",
  );
});

test.each([
  [[], "One attempt, no retries."],
  [[45], "Retries after 45 s: 2 attempts in about 45 s."],
  [[5, 90], "Retries after 5 s, 90 s: 3 attempts in about 95 s."],
  [[300, 5_400], "Retries after 5 min, 90 min: 3 attempts in about 95 min."],
])("%j is told as it is", (delays, sentence) => {
  expect(describeRetries(delays)).toBe(sentence);
});

test.each([[[]], [[5, 61, 300, 5_400, 86_400]], [retryDelaysSeconds]])(
  "what is shown of %j is taken back as it was",
  (delays) => {
    expect(parseWaits(formatWaits(delays))).toEqual({ delays });
  },
);

test.each([
  ["5s,5 MIN;\n2h", { delays: [5, 300, 7_200] }],
  ["5 s, five minutes", { notAWait: "five minutes" }],
  ["5 s, , 1 h", { notAWait: "" }],
  ["-5 s", { notAWait: "-5 s" }],
  ["2 days", { notAWait: "2 days" }],
])("%j is read as %j", (text, read) => {
  expect(parseWaits(text)).toEqual(read);
});
