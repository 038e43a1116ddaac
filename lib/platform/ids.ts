import { TypeID } from "typeid-js";
import { uuidv7 } from "uuidv7";
import { z } from "zod";

/** evt_ an event, ep_ an endpoint, dlv_ a delivery, att_ an attempt. */
export type IdPrefix = "evt" | "ep" | "dlv" | "att";

/** A UUIDv7: sorts by creation time. */
export const newId = (): string => uuidv7();

/** A TypeID such as `evt_01m86m7qrkfbfs6xvs5xd1y3a6`: sorts by creation time within its prefix. */
export const newTypeId = (prefix: IdPrefix): string => TypeID.fromUUID(prefix, uuidv7()).toString();

const notAnId = "Write an id as you got it from us.";

export const Uuid = z.guid(notAnId);
export const typeId = (prefix: IdPrefix) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`), notAnId);

/** The smallest TypeID of its millisecond: what was made since then has ids from here on. */
export function firstTypeIdAt(prefix: IdPrefix, at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, "0");
  return TypeID.fromUUID(prefix, `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`).toString();
}
