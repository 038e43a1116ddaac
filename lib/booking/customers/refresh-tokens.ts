import { transaction } from "@/lib/platform/transaction";
import type { Ctx } from "@/lib/identity";
import { readCustomerToken, unauthorized } from "./customer-tokens";
import { issueTokens, type CustomerTokens } from "./issue-tokens";

/**
 * A new pair for a refresh token, which is used up by it. One that comes back after its use was copied: it ends every
 * token of its family. Throws `unauthorized`.
 */
export async function refreshTokens(ctx: Ctx, input: { refreshToken: string }): Promise<CustomerTokens> {
  const { storeId } = ctx;
  const { customerId, sessionId } = await readCustomerToken("refresh", storeId, input.refreshToken);
  const tokens = await transaction(ctx.tx, async (tx) => {
    const session = await tx.customerSession.findFirst({ where: { storeId, id: sessionId, customerId } });
    if (!session) return undefined;
    const { familyId } = session;
    const used = await tx.customerSession.updateMany({
      where: { storeId, id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (used.count === 1) return issueTokens(tx, { storeId, customerId, familyId });
    await tx.customerSession.updateMany({
      where: { storeId, familyId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    return undefined;
  });
  if (!tokens) throw unauthorized();
  return tokens;
}
