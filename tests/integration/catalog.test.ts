import { expect, test } from "vitest";
import type { z } from "zod";
import {
  getCollectionBySlug,
  getLocation,
  getProduct,
  getProductBySlug,
  getStaffMemberBySlug,
  listCollections,
  listLocations,
  listProducts,
  listStaffMembers,
} from "@/lib/catalog";
import * as shapes from "@/lib/events/contract";
import { pool } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { officialShape } from "../client/shapes";
import {
  makeCollection,
  makeLocation,
  makeProduct,
  makeSchedule,
  makeStaffMember,
} from "../support/factories/catalog";
import { createStore } from "../support/factories/store";

const firstPage = { page: 1, take: 50, order: "ASC" } as const;

/** Two variants of a haircut, an inactive third, a class of its own, and a collection. */
async function salon() {
  const made = await createStore();
  const { storeId } = made.ctx;
  const links = { staffMemberIds: [made.staffMember.id], locationIds: [made.location.id] };
  const inGroup = { storeId, groupId: made.product.groupId, ...links };
  const long = await makeProduct({ ...inGroup, variantTitle: "Long", position: 1, slug: "haircut-long" });
  const old = await makeProduct({ ...inGroup, variantTitle: "Old", position: 2, status: "inactive" });
  const yoga = await makeProduct({
    storeId,
    title: "Yoga",
    position: 3,
    maxAttendees: 8,
    scheduleId: made.schedule.id,
  });
  const collection = await makeCollection({
    storeId,
    slug: "for-her",
    productIds: [long.id, yoga.id, old.id],
  });
  return { ...made, long, old, yoga, collection };
}

test("everything that the catalogue answers has our shape and the official client's", async () => {
  const { ctx, product, location, staffMember } = await salon();
  const items = async <T>(page: Promise<{ items: T[] }>) => (await page).items;
  const answers: [operation: string, ours: z.ZodType, answer: unknown][] = [
    ["product.list", shapes.ProductListItem.array(), await items(listProducts(ctx, firstPage))],
    ["product.get", shapes.ProductDetail, await getProduct(ctx, product.id)],
    ["product.getBySlug", shapes.ProductSlug, await getProductBySlug(ctx, product.slug)],
    ["staffMember.list", shapes.StaffMemberListItem.array(), await items(listStaffMembers(ctx, firstPage))],
    ["staffMember.getBySlug", shapes.StaffMemberDetail, await getStaffMemberBySlug(ctx, staffMember.slug)],
    ["location.list", shapes.LocationDetail.array(), await items(listLocations(ctx, firstPage))],
    ["location.get", shapes.LocationDetail, await getLocation(ctx, { id: location.id })],
    [
      "productCollections.list",
      shapes.ProductCollection.array(),
      await items(listCollections(ctx, firstPage)),
    ],
  ];
  const meta = { page: 1, take: 50, itemCount: 1, pageCount: 1, hasPreviousPage: false, hasNextPage: false };
  for (const [operation, ours, answer] of answers) {
    expect(ours.safeParse(answer).error?.issues).toBeUndefined();
    const sent = Array.isArray(answer) ? { data: answer, meta } : answer;
    expect(officialShape(operation)?.safeParse(sent)).toMatchObject({ success: true });
  }
});

test("a product is listed once, with all its active variants", async () => {
  const { ctx, product, long, yoga } = await salon();
  const { items, itemCount } = await listProducts(ctx, firstPage);
  expect(items.map((item) => item.variants.map((variant) => variant.id))).toEqual([
    [product.id, long.id],
    [yoga.id],
  ]);
  expect(items[0]).toMatchObject({ id: product.id, productId: product.groupId, price: 45 });
  expect(itemCount).toBe(2);
});

test("a variant's slug answers with that variant's id", async () => {
  const { ctx, product, long } = await salon();
  const found = await getProductBySlug(ctx, "haircut-long");
  expect(found.id).toBe(long.id);
  expect(found.variants.map((variant) => variant.id)).toEqual([product.id, long.id]);
});

test("lists can be searched, filtered, turned round and paged", async () => {
  const { ctx, old, yoga, location, product } = await salon();
  const idsOf = async (input: object) =>
    (await listProducts(ctx, { ...firstPage, ...input })).items.map((item) => item.id);
  expect(await idsOf({ q: "yOg" })).toEqual([yoga.id]);
  expect(await idsOf({ locationId: location.id })).toEqual([product.id]);
  expect(await idsOf({ status: ["inactive"] })).toEqual([old.id]);
  expect(await idsOf({ order: "DESC" })).toEqual([yoga.id, product.id]);
  expect(await idsOf({ take: 1, page: 2 })).toEqual([yoga.id]);
  expect(await listProducts(ctx, { ...firstPage, page: 9 })).toEqual({ items: [], itemCount: 2 });

  const airport = await makeLocation({ storeId: ctx.storeId, title: "Airport" });
  const titles = async (input: object) =>
    (await listLocations(ctx, { ...firstPage, ...input })).items.map((item) => item.title);
  expect(await titles({ orderBy: "title" })).toEqual(["Airport", "Main street"]);
  expect(await titles({ q: "AIR" })).toEqual([airport.title]);
});

test("what is inactive or private stays out of sight", async () => {
  const { ctx, product, location } = await salon();
  const gone = await makeStaffMember({
    storeId: ctx.storeId,
    locationIds: [location.id],
    status: "inactive",
  });
  const hidden = await makeCollection({ storeId: ctx.storeId, isVisible: false, productIds: [product.id] });
  expect((await listStaffMembers(ctx, firstPage)).items).toMatchObject([{ email: "", refreshToken: "" }]);
  expect((await getLocation(ctx, { id: location.id })).staffMembers).toHaveLength(1);
  expect((await getCollectionBySlug(ctx, "for-her")).products).toHaveLength(2);
  expect((await listCollections(ctx, firstPage)).items.map((item) => item.id)).not.toContain(hidden.id);
  await expect(getStaffMemberBySlug(ctx, gone.slug)).rejects.toMatchObject({ code: "not-found" });
});

test("another store's product, staff member, location and collection are not found", async () => {
  const { product, staffMember, location, collection } = await salon();
  const { ctx } = await createStore();
  const missing = { code: "not-found" };
  await expect(getProduct(ctx, product.id)).rejects.toMatchObject(missing);
  await expect(getProductBySlug(ctx, product.slug)).rejects.toMatchObject(missing);
  await expect(getStaffMemberBySlug(ctx, staffMember.slug)).rejects.toMatchObject(missing);
  await expect(getLocation(ctx, { id: location.id })).rejects.toMatchObject(missing);
  await expect(getLocation(ctx, { slug: location.slug })).rejects.toMatchObject(missing);
  await expect(getCollectionBySlug(ctx, collection.slug)).rejects.toMatchObject(missing);
  for (const list of [listProducts, listStaffMembers, listLocations, listCollections]) {
    const { items } = await list(ctx, firstPage);
    expect(items.filter((item) => item.storeId !== ctx.storeId)).toEqual([]);
  }
});

test("an id that is none is not found", async () => {
  const { ctx } = await createStore();
  await expect(getProduct(ctx, "31 February")).rejects.toMatchObject({ code: "not-found" });
  await expect(getLocation(ctx, { id: newId() })).rejects.toMatchObject({ code: "not-found" });
});

test("the database refuses hours that no clock shows and a grid that does not advance", async () => {
  const { storeId } = (await createStore()).ctx;
  await expect(makeSchedule({ storeId, gapMinutes: 0 })).rejects.toThrow(/schedule_gap/);
  await expect(makeSchedule({ storeId, hours: [{ from: "25:00:00" }] })).rejects.toThrow(
    /schedule_hours_times/,
  );
  await expect(makeSchedule({ storeId, hours: [{ days: [8] }] })).rejects.toThrow(/schedule_hours_of_a_day/);
  await expect(makeProduct({ storeId, durationSeconds: 0 })).rejects.toThrow(/product_duration/);
});

test("a page costs the same number of queries whatever it holds", async () => {
  const { ctx, location } = await salon();
  const before = await queriesOf(() => listProducts(ctx, firstPage));
  for (let i = 0; i < 10; i++) {
    const person = await makeStaffMember({ storeId: ctx.storeId, locationIds: [location.id] });
    await makeProduct({
      storeId: ctx.storeId,
      staffMemberIds: [person.id],
      locationIds: [location.id],
      position: i,
    });
  }
  expect(await queriesOf(() => listProducts(ctx, firstPage))).toBe(before);
});

async function queriesOf(run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const given = pool().query;
  pool().query = ((...args: unknown[]) => {
    count++;
    return Reflect.apply(given, pool(), args);
  }) as typeof given;
  await run();
  pool().query = given;
  expect(count).toBeGreaterThan(0);
  return count;
}
