import { issueTokens } from "@/lib/booking/customers/issue-tokens";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** The Authorization header of a customer who is signed in to the store; of a new one unless `customerId` is given. */
export async function customerBearer(storeId: string, customerId?: string): Promise<string> {
  const id = customerId ?? newId();
  if (!customerId) {
    const email = `${id}@customers.example`;
    await db().customer.create({ data: { id, storeId, email, externalId: email, firstName: "Ada" } });
  }
  const { accessToken } = await issueTokens(db(), { storeId, customerId: id });
  return `Bearer ${accessToken}`;
}
