import { operationsOf } from "@/lib/rest";
import type { Access, Caller } from "./caller";

/** Declares one operation of the Storefront API. */
export const operation = operationsOf<Access, Caller>();
