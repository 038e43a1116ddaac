import type { Ctx } from "@/lib/identity";
import type { Customer } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { unauthorized } from "./customer-tokens";
import { requireCustomer } from "./require-customer";
import { toCustomer } from "./to-customer";

/** Who is signed in. Throws `unauthorized`. */
export async function getProfile(ctx: Ctx): Promise<Customer> {
  const { storeId, tx = db() } = ctx;
  const customer = await tx.customer.findFirst({ where: { storeId, id: requireCustomer(ctx) } });
  if (!customer) throw unauthorized();
  return toCustomer(customer);
}
