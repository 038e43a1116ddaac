import { expect, it } from "vitest";
import { readBody } from "./read-body";

const post = (body: BodyInit) =>
  new Request("http://site.test/api/webhooks", { method: "POST", body, duplex: "half" } as RequestInit);

it("gives the body as it came, spaces and all", async () => {
  expect(await readBody(post('{ "a": "ü" }'))).toBe('{ "a": "ü" }');
  expect(await readBody(new Request("http://site.test/", { method: "POST" }))).toBe("");
});

it("stops reading a body that never says how long it is", async () => {
  let given = 0;
  const endless = new ReadableStream({
    pull(stream) {
      given += 1;
      stream.enqueue(new Uint8Array(100_000));
    },
  });
  expect(await readBody(post(endless))).toBeUndefined();
  expect(given).toBeLessThan(20);
});
