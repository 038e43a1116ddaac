import type { Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { isSelf } from "./is-self";

/** How an order's buyer is known: its first order made them a customer, a token shows it, or nothing but a typed address. */
export type PlacedBy = "new-customer" | "signed-in" | "unproven";

/** What the buyer wrote of themselves in this checkout. */
export type GivenNames = { firstName: string | null; lastName: string | null; phone: string | null };

/**
 * Makes the buyer of a first order a customer of the store, with the names that they gave. Of two first orders at once one
 * introduces them; whom the store knows already is left as they are.
 */
export async function introduceCustomer(
  ctx: Ctx & { tx: Tx },
  customer: Prisma.CustomerModel,
  given: GivenNames,
): Promise<PlacedBy> {
  const { storeId, tx } = ctx;
  const { firstName, lastName, phone } = given;
  if (isSelf(ctx, customer.id)) return "signed-in";
  if (customer.knownSince) return "unproven";
  const introduced = await tx.$executeRaw`
    UPDATE customer SET known_since = policy_now(), updated_at = policy_now(), first_name = ${firstName},
      last_name = ${lastName}, phone = ${phone}
    WHERE store_id = ${storeId}::uuid AND id = ${customer.id}::uuid AND known_since IS NULL`;
  return introduced === 1 ? "new-customer" : "unproven";
}
