import type { Ctx } from "@/lib/identity";
import { newId } from "@/lib/platform/ids";
import { DomainError, invalid } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";
import { CustomerInput } from "./customer-input";
import { isSelf } from "./is-self";

/**
 * The store's customer with this e-mail address, made if there is none yet; the profile of a known one is left as it is. An
 * id names only the customer who is signed in, or whom this cart has named before (`named`). Throws `not-found` for others.
 */
export async function findOrCreateCustomer(
  ctx: Ctx,
  input: CustomerInput,
  named?: string | null,
): Promise<Prisma.CustomerModel> {
  const { storeId } = ctx;
  const given = CustomerInput.parse(input);
  return transaction(ctx.tx, async (tx) => {
    if (given.customerId) {
      const id = given.customerId;
      const mayBeNamed = isSelf(ctx, id) || id === named;
      const customer = mayBeNamed && (await tx.customer.findFirst({ where: { storeId, id } }));
      if (!customer) throw unknownCustomer();
      return customer;
    }
    const { email } = given;
    if (!email) throw invalid("customer.email", "Give an e-mail address.");
    const known = await tx.customer.findFirst({ where: { storeId, email } });
    if (known) return known;
    const [made] = await tx.customer.createManyAndReturn({
      data: { id: newId(), storeId, email, externalId: given.externalId || email, knownSince: null },
      skipDuplicates: true,
    });
    return made ?? tx.customer.findFirstOrThrow({ where: { storeId, email } });
  });
}

const unknownCustomer = () => {
  const message = "This customer was not found.";
  return new DomainError("not-found", message, {
    fields: [{ property: "customer.customerId", messages: [message] }],
  });
};
