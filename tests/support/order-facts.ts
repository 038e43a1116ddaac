import { eventTypeRegistry } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { officialShape } from "@/tests/client/shapes";

/**
 * The store's events about orders in the order of recording. Each body is held against our schema of its type, and its
 * order against what the official client takes for one.
 */
export async function orderFacts(storeId: string) {
  const rows = await db().event.findMany({
    where: { storeId, type: { startsWith: "order." } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ type, subjectId, orderingKey, data: text }) => {
    const written = JSON.parse(text ?? "null");
    const { data: schema } = eventTypeRegistry[type as "order.paid" | "order.refunded"];
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it tells is what the test asks about.
    const data: any = schema.parse(written);
    if (JSON.stringify(data) !== JSON.stringify(written))
      throw new Error(`${type} carries more than its schema.`);
    const { success, error } = officialShape("order.find")!.safeParse(data.order);
    if (!success) throw new Error(`${type} is not what the official client takes: ${JSON.stringify(error)}`);
    return { type, subjectId, orderingKey, data };
  });
}
