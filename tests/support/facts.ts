import type { EventType } from "@/lib/events";
import { eventTypeRegistry } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { officialShape } from "@/tests/client/shapes";

/**
 * The store's events about appointments in the order of recording. Each body is held against our schema of its type, and
 * its appointment against what the official client takes for one.
 */
export async function appointmentFacts(storeId: string) {
  const rows = await db().event.findMany({
    where: { storeId, type: { startsWith: "appointment." } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ type, subjectId, subjectName, orderingKey, data: text }) => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it tells is what the test asks about.
    const data: any = eventTypeRegistry[type as EventType].data.parse(JSON.parse(text ?? "null"));
    for (const shape of ["appointment.created", "appointment.listItem"]) {
      const official = officialShape(shape);
      if (!official) throw new Error(`The official client has no shape ${shape}.`);
      const { success, error } = official.safeParse(data.appointment);
      if (!success)
        throw new Error(`${type} is not what the official client takes: ${JSON.stringify(error)}`);
    }
    return { type, subjectId, subjectName, orderingKey, data };
  });
}

export const typesOf = async (storeId: string) => (await appointmentFacts(storeId)).map(({ type }) => type);
