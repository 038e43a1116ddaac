import type { Ctx } from "@/lib/identity";
import type { Customer } from "@/lib/events/contract";
import { db } from "@/lib/platform/db";
import { ProfileInput } from "./customer-input";
import { getProfile } from "./get-profile";
import { requireCustomer } from "./require-customer";

/** Changes what the signed-in customer gave; what is not given stays, null clears. Throws `unauthorized`. */
export async function updateProfile(ctx: Ctx, input: ProfileInput): Promise<Customer> {
  const { storeId, tx = db() } = ctx;
  await tx.customer.updateMany({
    where: { storeId, id: requireCustomer(ctx) },
    data: ProfileInput.parse(input),
  });
  return getProfile(ctx);
}
