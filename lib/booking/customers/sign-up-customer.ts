import { hashPassword, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { conflict } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { SignUpInput } from "./customer-input";

/**
 * Makes an account. The e-mail address of a guest who has booked gets one only from that guest, signed in: until an address
 * is verified, anybody may claim it, and with it the bookings under it. Throws `conflict` otherwise.
 */
export async function signUpCustomer(ctx: Ctx, input: SignUpInput): Promise<void> {
  const { storeId, actor } = ctx;
  const { email, password, firstName, lastName } = SignUpInput.parse(input);
  const passwordHash = await hashPassword(password);
  const self = actor.kind === "storefront" ? actor.customerId : null;
  await transaction(ctx.tx, async (tx) => {
    const created = await tx.customer.createMany({
      data: [{ id: newId(), storeId, externalId: email, email, passwordHash, firstName, lastName }],
      skipDuplicates: true,
    });
    if (created.count === 1) return;
    const upgraded = await tx.customer.updateMany({
      where: {
        storeId,
        email,
        passwordHash: null,
        OR: [{ knownSince: null }, ...(self ? [{ id: self }] : [])],
      },
      data: {
        passwordHash,
        knownSince: await policyNow(tx),
        ...(firstName && { firstName }),
        ...(lastName && { lastName }),
      },
    });
    if (upgraded.count === 0) {
      const message = "This e-mail address is known here already. Sign in with it, or use another one.";
      throw conflict(message, { fields: [{ property: "email", messages: [message] }] });
    }
  });
}
