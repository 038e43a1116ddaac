import type { Ctx } from "@/lib/identity";
import { unauthorized } from "./customer-tokens";

/** The signed-in customer's id. Throws `unauthorized` for everybody else. */
export function requireCustomer({ actor }: Ctx): string {
  if (actor.kind !== "storefront" || !actor.customerId) throw unauthorized();
  return actor.customerId;
}
