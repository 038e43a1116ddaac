import { beforeAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/storefront";
import { makeApiKey } from "@/tests/support/factories/api-key";
import { makeStore } from "@/tests/support/factories/store";
import { serveStorefront } from "@/tests/support/serve-storefront";
import { callerOf } from "@/tests/support/storefront-caller";
import { customerBearer } from "@/tests/support/customer-bearer";

let call: ReturnType<typeof callerOf>;
let authorization: string;
beforeAll(async () => {
  const store = await makeStore();
  call = callerOf(await serveStorefront(), (await makeApiKey({ storeId: store.id })).key);
  authorization = await customerBearer(store.id);
});

const someId = "01936f0e-0000-7000-8000-000000000000";
const filled = (path: string) => path.replace("/storefront", "").replaceAll(/\{\w+\}/g, someId);
const withBody = operations.filter(({ body }) => body).map(({ name, ...rest }) => [name, rest] as const);

describe.each(withBody)("%s", (_, { method, path }) => {
  const send = (text: string, type = "application/json") =>
    call(filled(path), { method, text, headers: { authorization, "content-type": type } });

  test("a body that is not JSON is 400", async () => {
    const { status, body } = await send('{"slot":');
    expect(status).toBe(400);
    expect(body).toMatchObject({ statusCode: 400, errors: [{ property: "body" }] });
  });

  test("JSON that is no object is 400", async () => {
    for (const text of ["null", "7", '"text"', "[]"]) {
      const { status, body } = await send(text);
      expect(status).toBe(400);
      expect(body.errors[0].messages[0]).toEqual(expect.any(String));
    }
  });

  test("a body over 1 MB is 413", async () => {
    const { status, body } = await send(JSON.stringify({ note: "x".repeat(1_000_001) }));
    expect(status).toBe(413);
    expect(body).toMatchObject({ statusCode: 413, errors: [{ property: "body" }] });
  });

  test("another content type is 415", async () => {
    const { status, body } = await send("slot=1", "application/x-www-form-urlencoded");
    expect(status).toBe(415);
    expect(body).toMatchObject({ statusCode: 415, errors: [{ property: "content-type" }] });
  });

  test("text that cannot be stored is 400 by the name of its property", async () => {
    const { status, body } = await send('{"customer":{"firstName":"a\\u0000b"}}');
    expect(status).toBe(400);
    expect(body.errors[0].property).toBe("customer.firstName");
  });
});

test("a path that does not exist is 404, a method that it does not take 405", async () => {
  expect((await call("/nothing")).body.statusCode).toBe(404);
  expect((await call("/stores/public-settings", { method: "DELETE" })).body.statusCode).toBe(405);
});

test("every wrong property of a body is named", async () => {
  const { status, body } = await call("/auth/sign-up", { body: { email: "nobody", password: 7 } });
  expect(status).toBe(400);
  expect(body.errors.map(({ property }: { property: string }) => property)).toEqual(["email", "password"]);
});
