import type { Tx } from "@/lib/platform/db";
import { newTypeId } from "@/lib/platform/ids";
import { afterCommit } from "@/lib/platform/transaction";
import { encodeData } from "./encode-data";
import { nudgeRelay } from "./nudge";
import type { EventType } from "./types/event-type";

/** A fact about to be recorded. The ids are what integrators narrow by; `data` is what they get. */
export type NewEvent = {
  storeId: string;
  type: EventType;
  /** The appointment or order it is about, and its name for people ("1001"). */
  subject: { id: string; name: string };
  /** Order is kept within a key: the order's id, or the appointment's where there is none. */
  orderingKey: string;
  locationIds: string[];
  productIds: string[];
  staffMemberIds: string[];
  data: object;
};

/**
 * Writes the fact in the transaction of the change that made it true, so that neither exists without the other. It is on
 * its way once `tx` commits. Throws on data of more than 256 KB, and with it the change: that is a fault of ours.
 */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<{ id: string; position: bigint }> {
  const id = newTypeId("evt");
  const [row] = await tx.$queryRaw<{ position: bigint }[]>`
    INSERT INTO event (id, store_id, type, subject_id, subject_name, ordering_key, location_ids, product_ids,
      staff_member_ids, data, created_at)
    VALUES (${id}, ${event.storeId}::uuid, ${event.type}, ${event.subject.id}::uuid, ${event.subject.name},
      ${event.orderingKey}, ${event.locationIds}::uuid[], ${event.productIds}::uuid[],
      ${event.staffMemberIds}::uuid[], ${encodeData(event)}, policy_now())
    RETURNING position`;
  if (!row) throw new Error("The event was not written.");
  afterCommit(tx, nudgeRelay);
  return { id, position: row.position };
}
