import type { Ctx } from "@/lib/identity";
import { newId } from "@/lib/platform/ids";
import { DomainError, invalid } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";
import { CustomerInput } from "./customer-input";

/**
 * The store's customer with this id or e-mail address, made if there is none yet. What a known customer lacks is filled
 * in, never overwritten; an account (it has a password) is left as it is. Throws `not-found` for an unknown `customerId`.
 */
export async function findOrCreateCustomer(ctx: Ctx, input: CustomerInput): Promise<Prisma.CustomerModel> {
  const { storeId } = ctx;
  const given = CustomerInput.parse(input);
  return transaction(ctx.tx, async (tx) => {
    if (given.customerId) {
      const customer = await tx.customer.findFirst({ where: { storeId, id: given.customerId } });
      if (!customer) throw unknownCustomer();
      return customer;
    }
    const email = given.email;
    if (!email) throw invalid("customer.email", "Give an e-mail address.");
    await tx.$executeRaw`
      INSERT INTO customer AS c (id, store_id, external_id, email, first_name, last_name, phone, created_at, updated_at)
      VALUES (${newId()}::uuid, ${storeId}::uuid, ${given.externalId || email}, ${email}, ${given.firstName ?? null},
        ${given.lastName ?? null}, ${given.phone ?? null}, policy_now(), policy_now())
      ON CONFLICT (store_id, email) DO UPDATE SET
        first_name = coalesce(c.first_name, EXCLUDED.first_name),
        last_name = coalesce(c.last_name, EXCLUDED.last_name),
        phone = coalesce(c.phone, EXCLUDED.phone)
      WHERE c.password_hash IS NULL`;
    return tx.customer.findFirstOrThrow({ where: { storeId, email } });
  });
}

const unknownCustomer = () => {
  const message = "This customer was not found.";
  return new DomainError("not-found", message, {
    fields: [{ property: "customer.customerId", messages: [message] }],
  });
};
