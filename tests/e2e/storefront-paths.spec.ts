import { expect, test } from "./story";

test("a path of the Storefront API whose escapes make no text is refused in the documented shape", async ({
  salon,
  baseURL,
}) => {
  const headers = { "x-api-key": salon.key, origin: "https://salon.example" };
  const get = (slug: string) => fetch(`${baseURL}/storefront/products/slug/${slug}`, { headers });
  for (const slug of ["%zz", "%E0%A4%A", "%FF", "a%"]) {
    const response = await get(slug);
    expect([slug, response.status]).toEqual([slug, 400]);
    expect(await response.json()).toMatchObject({ statusCode: 400, errors: [{ property: "path" }] });
    expect(response.headers.get("x-request-id")).toBeTruthy();
    expect(response.headers.get("access-control-allow-origin")).toBe("https://salon.example");
  }
  const named = await get("caf%C3%A9");
  expect(named.status).toBe(404);
  expect(await named.json()).toMatchObject({ statusCode: 404 });
});
