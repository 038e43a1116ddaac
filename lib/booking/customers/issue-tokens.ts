import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { refreshSeconds, signCustomerToken } from "./customer-tokens";

export type CustomerTokens = { accessToken: string; refreshToken: string };

type Holder = { storeId: string; customerId: string; familyId?: string };

/** A pair of tokens and the row of its refresh token, of a new family unless it renews one. */
export async function issueTokens(
  tx: Tx,
  { storeId, customerId, familyId }: Holder,
): Promise<CustomerTokens> {
  const sessionId = newId();
  await tx.customerSession.create({
    data: {
      id: sessionId,
      storeId,
      customerId,
      familyId: familyId ?? sessionId,
      expiresAt: new Date(Date.now() + refreshSeconds * 1000),
    },
  });
  const claims = { storeId, customerId, sessionId };
  return {
    accessToken: await signCustomerToken("access", claims),
    refreshToken: await signCustomerToken("refresh", claims),
  };
}
