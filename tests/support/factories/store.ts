import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { Prisma } from "@/lib/platform/prisma-client/client";
import { makeLocation, makeProduct, makeSchedule, makeStaffMember, type Hours } from "./catalog";

type StoreInput = Partial<Omit<Prisma.StoreUncheckedCreateInput, "id">>;

/** A store of its own for each test; nothing in it. */
export async function makeStore(input: StoreInput = {}) {
  const id = newId();
  return db().store.create({
    data: {
      name: "Odile",
      slug: `store-${id}`,
      timezone: "Europe/Brussels",
      currency: "EUR",
      ...input,
      id,
    },
  });
}

type BookableInput = StoreInput & { hours?: Hours[]; product?: Partial<Prisma.ProductUncheckedCreateInput> };

/** A store where one can book: a haircut of an hour for 45.00, by Lotte, at one location open from nine to five every day. */
export async function createStore({ hours, product: productFields, ...input }: BookableInput = {}) {
  const store = await makeStore(input);
  const storeId = store.id;
  const schedule = await makeSchedule({ storeId, timezone: store.timezone, hours });
  const location = await makeLocation({ storeId });
  const staffMember = await makeStaffMember({
    storeId,
    scheduleId: schedule.id,
    locationIds: [location.id],
  });
  const product = await makeProduct({
    ...productFields,
    storeId,
    staffMemberIds: [staffMember.id],
    locationIds: [location.id],
  });
  return { store, ctx: storefrontCtx(storeId), schedule, location, staffMember, product };
}

/** A guest of the storefront. */
export const storefrontCtx = (storeId: string): Ctx => ({
  storeId,
  actor: { kind: "storefront", keyId: newId(), customerId: null },
});
