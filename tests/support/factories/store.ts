import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** A store of its own for each test. */
export async function makeStore(
  input: { name?: string; slug?: string; timezone?: string; currency?: string } = {},
) {
  const id = newId();
  const { name = "Odile", slug = `store-${id}`, timezone = "Europe/Brussels", currency = "EUR" } = input;
  return db().store.create({ data: { id, name, slug, timezone, currency } });
}
