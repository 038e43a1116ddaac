import type { InngestFunction } from "inngest";
import { expireHolds } from "./functions/expire-holds";

/** Every background function. Each trigger starts exactly one of them. */
export const functions: InngestFunction.Like[] = [expireHolds];
