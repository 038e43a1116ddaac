import type { z } from "zod";
import { conflict } from "@/lib/platform/errors";
import { transaction } from "@/lib/platform/transaction";
import { openAccount, Person } from "./open-account";

/**
 * Lets one of our own people act across stores. Who has an account keeps its password. Throws `conflict` where the person
 * is a support agent already.
 */
export async function createSupportAgent(input: z.input<typeof Person>): Promise<{ isNew: boolean }> {
  const person = Person.parse(input);
  return transaction(undefined, async (tx) => {
    const { id, isNew } = await openAccount(tx, person);
    const { count } = await tx.supportAgent.createMany({ data: { userId: id }, skipDuplicates: true });
    if (count === 0) throw conflict(`${person.email} is a support agent already.`);
    return { isNew };
  });
}
