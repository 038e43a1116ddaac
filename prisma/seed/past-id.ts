import { TypeID } from "typeid-js";
import { V7Generator } from "uuidv7";
import type { IdPrefix } from "@/lib/platform/ids";

const generator = new V7Generator();

/** A TypeID as it would have been made at `at`: lists and figures find rows by their ids' time. */
export const pastTypeId = (prefix: IdPrefix, at: Date): string =>
  TypeID.fromUUID(prefix, generator.generateOrResetCore(at.getTime(), 1).toString()).toString();
