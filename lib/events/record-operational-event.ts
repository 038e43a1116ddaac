import type { z } from "zod";
import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { OperationalType } from "./types/event-type";
import { operationalTypeRegistry } from "./types/registry";
import { writeUnsequenced } from "./write-unsequenced";

/** A turn in how an endpoint fares, as its type tells it. */
export type NewOperationalEvent = {
  [Type in OperationalType]: {
    storeId: string;
    type: Type;
    data: z.input<(typeof operationalTypeRegistry)[Type]["data"]>;
  };
}[OperationalType];

/**
 * Writes an event about an endpoint with its body. It gets no sequence and the relay leaves it alone: whoever records it says
 * to which endpoints it goes. Returns its id.
 */
export async function recordOperationalEvent(tx: Tx, event: NewOperationalEvent): Promise<string> {
  const { storeId, type } = event;
  const data = operationalTypeRegistry[type].data.parse(event.data);
  const subject = { id: newId(), name: data.endpoint.name };
  const orderingKey = data.endpoint.id;
  const createdAt = await policyNow(tx);
  return writeUnsequenced(tx, { storeId, type, subject, orderingKey, data, isTest: false, createdAt });
}
