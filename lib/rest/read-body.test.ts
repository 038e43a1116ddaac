import { expect, test } from "vitest";
import { readBody } from "./read-body";

const request = (body: BodyInit, contentType = "application/json") =>
  new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": contentType },
    duplex: "half",
  } as RequestInit);

test("a body that comes in pieces without telling its length is cut off at 1 MB", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(100_000).fill(0x20));
    },
  });
  await expect(readBody(request(endless))).rejects.toMatchObject({ status: 413 });
  expect(pulled).toBeLessThan(20);
});

test("no body is an empty object, whatever the content type", async () => {
  expect(await readBody(new Request("http://localhost/", { method: "POST" }))).toEqual({});
});

test("a charset behind the content type changes nothing", async () => {
  expect(await readBody(request('{"a":1}', "application/json; charset=utf-8"))).toEqual({ a: 1 });
});

test("bytes that are not UTF-8 are refused", async () => {
  await expect(readBody(request(new Uint8Array([0x22, 0xff, 0x22])))).rejects.toMatchObject({ status: 400 });
});
