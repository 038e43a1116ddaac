import { beforeAll, describe, expect, test } from "vitest";
import {
  book,
  dayFromNow,
  freeSlots,
  openStorefront,
  type Storefront,
} from "@/tests/support/bookable-storefront";
import {
  makeCollection,
  makeLocation,
  makeProduct,
  makeStaffMember,
} from "@/tests/support/factories/catalog";
import { serveStorefront } from "@/tests/support/serve-storefront";

const baseUrl = await serveStorefront();

const idsOf = (answer: { body: { data: { id: string }[] } }) => answer.body.data.map(({ id }) => id);

describe("every list pages the same way", () => {
  const paths = [
    "/products",
    "/locations",
    "/staff-members",
    "/product-collections",
    "/appointments",
    "/orders",
  ];
  let storefront: Storefront;
  let headers: { authorization?: string } = {};

  beforeAll(async () => {
    storefront = await openStorefront(baseUrl);
    const { store } = storefront;
    for (let n = 0; n < 2; n++) {
      await makeProduct({ storeId: store.id, title: `Colour ${n}` });
      await makeLocation({ storeId: store.id, title: `Branch ${n}` });
      await makeStaffMember({ storeId: store.id, firstName: `Noor ${n}` });
    }
    for (let n = 0; n < 3; n++) await makeCollection({ storeId: store.id, title: `Collection ${n}` });
    const slots = await freeSlots(storefront);
    for (const index of [0, 4, 8])
      headers = { authorization: (await book(storefront, slots[index], headers)).authorization };
  });

  test.each(paths)("%s", async (path) => {
    const all = await storefront.call(path, { headers });
    expect(all.body.data).toHaveLength(3);
    expect(all.body.meta).toEqual({
      ...{ page: 1, take: 50, itemCount: 3, pageCount: 1 },
      ...{ hasPreviousPage: false, hasNextPage: false },
    });
    const second = await storefront.call(`${path}?page=2&take=2`, { headers });
    expect(idsOf(second)).toEqual(idsOf(all).slice(2));
    expect(second.body.meta).toMatchObject({ pageCount: 2, hasPreviousPage: true, hasNextPage: false });
    const backwards = await storefront.call(`${path}?order=DESC`, { headers });
    expect(idsOf(backwards)).toEqual(idsOf(all).reverse());
    expect(idsOf(await storefront.call(`${path}?page=9`, { headers }))).toEqual([]);
  });

  test.each(
    paths.flatMap((path) => [
      [path, "take", "101"],
      [path, "take", "0"],
      [path, "take", "many"],
      [path, "page", "0"],
      [path, "page", "1.5"],
      [path, "page", "99999999999999999999"],
      [path, "order", "SIDEWAYS"],
    ]),
  )("%s refuses %s=%s by name", async (path, name, value) => {
    const { status, body } = await storefront.call(`${path}?${name}=${value}`, { headers });
    expect(status).toBe(400);
    expect(body.errors.map(({ property }: { property: string }) => property)).toEqual([name]);
    expect(body.message).toContain(name);
  });
});

test("products are one entry a group with all its variants, and those that are inactive stay out", async () => {
  const storefront = await openStorefront(baseUrl);
  const { store, product, call } = storefront;
  const sibling = await makeProduct({ storeId: store.id, groupId: product.groupId, variantTitle: "Long" });
  const inactive = await makeProduct({ storeId: store.id, status: "inactive" });
  const { body } = await call("/products");
  expect(body.data).toHaveLength(1);
  expect(body.data[0].variants.map(({ id }: { id: string }) => id).sort()).toEqual(
    [product.id, sibling.id].sort(),
  );
  expect(idsOf(await call("/products?status=inactive"))).toEqual([inactive.id]);
  expect(idsOf(await call("/products?status=active&status=inactive"))).toHaveLength(2);
  expect((await call("/products?status=sleeping")).body.errors[0].property).toBe("status.0");
  expect((await call(`/products/slug/${sibling.slug}`)).body.id).toBe(sibling.id);
});

test("a search finds words whatever their case; an empty one finds all", async () => {
  const { store, call } = await openStorefront(baseUrl);
  const colour = await makeProduct({ storeId: store.id, title: "Colour & gloss" });
  expect(idsOf(await call("/products?q=GLOSS"))).toEqual([colour.id]);
  expect(idsOf(await call("/products?q="))).toHaveLength(2);
  expect((await call("/products?q=%00")).body.errors[0].property).toBe("q");
  expect((await call("/products?locationId=nowhere")).body.errors[0].property).toBe("locationId");
});

test("own appointments are narrowed by status, day, product, staff member and location", async () => {
  const storefront = await openStorefront(baseUrl);
  const { call, product, staffMember, location } = storefront;
  const { appointmentId, authorization } = await book(storefront);
  const found = async (query: string) =>
    idsOf(await call(`/appointments?${query}`, { headers: { authorization } }));
  for (const query of [
    "status=scheduled&status=pending",
    `date=${dayFromNow(2)}`,
    `products=${product.id}`,
    `staffMembers=${staffMember.id}`,
    `locations=${location.id}`,
  ])
    expect(await found(query)).toEqual([appointmentId]);
  expect(await found("status=canceled")).toEqual([]);
  expect(await found(`date=${dayFromNow(3)}`)).toEqual([]);
  const wrong = await call("/appointments?date=2026-02-30", { headers: { authorization } });
  expect(wrong.body.errors[0].property).toBe("date");
});

test("own orders are narrowed by name and by payment status", async () => {
  const storefront = await openStorefront(baseUrl);
  const { order, authorization } = await book(storefront);
  const found = async (query: string) =>
    idsOf(await storefront.call(`/orders?${query}`, { headers: { authorization } }));
  expect(await found(`name=${order.name}`)).toEqual([order.id]);
  expect(await found("name=9999")).toEqual([]);
  expect(await found("paymentStatuses=unpaid&fulfillmentStatuses=unfulfilled")).toEqual([order.id]);
  expect(await found("paymentStatuses=paid")).toEqual([]);
});
