import { TypeID } from "typeid-js";
import { uuidv7 } from "uuidv7";
import { z } from "zod";

/** evt_ an event, ep_ an endpoint, dlv_ a delivery, att_ an attempt. */
export type IdPrefix = "evt" | "ep" | "dlv" | "att";

/** A UUIDv7: sorts by creation time. */
export const newId = (): string => uuidv7();

/** A TypeID such as `evt_01m86m7qrkfbfs6xvs5xd1y3a6`: sorts by creation time within its prefix. */
export const newTypeId = (prefix: IdPrefix): string => TypeID.fromUUID(prefix, uuidv7()).toString();

export const Uuid = z.guid("Not an id.");
export const typeId = (prefix: IdPrefix) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`), "Not an id.");
