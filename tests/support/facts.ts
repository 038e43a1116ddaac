import type { EventType } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { officialShape } from "@/tests/client/shapes";

/**
 * The store's events about appointments in the order of recording. Each body is held against our schema of its type, and
 * its appointment against what the official client takes for one.
 */
export const appointmentFacts = (storeId: string) =>
  factsAbout(storeId, "appointment", ["appointment.created", "appointment.listItem"]);

/** The same for orders. */
export const orderFacts = (storeId: string) => factsAbout(storeId, "order", ["order.find"]);

export const typesOf = async (storeId: string) => (await appointmentFacts(storeId)).map(({ type }) => type);

async function factsAbout(storeId: string, subject: "appointment" | "order", officialNames: string[]) {
  const rows = await db().event.findMany({
    where: { storeId, type: { startsWith: `${subject}.` } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ type, subjectId, subjectName, orderingKey, data: text }) => {
    const written = JSON.parse(text ?? "null");
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it tells is what the test asks about.
    const data: any = eventTypeRegistry[type as EventType].data.parse(written);
    if (JSON.stringify(data) !== JSON.stringify(written))
      throw new Error(`${type} carries more than its schema.`);
    for (const name of officialNames) {
      const { success, error } = officialShape(name)!.safeParse(data[subject]);
      if (!success)
        throw new Error(`${type} is not what the official client takes: ${JSON.stringify(error)}`);
    }
    return { type, subjectId, subjectName, orderingKey, data };
  });
}
