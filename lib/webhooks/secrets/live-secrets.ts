import type { Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

export type SecretRow = Prisma.EndpointSecretGetPayload<object>;

/** The secrets that sign now, newest first. */
export async function liveSecrets(tx: Tx, { storeId }: Ctx, endpointId: string): Promise<SecretRow[]> {
  const now = await policyNow(tx);
  return tx.endpointSecret.findMany({
    where: { storeId, endpointId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

export function findSecret(secrets: SecretRow[], id: string): SecretRow {
  const secret = secrets.find((one) => one.id === id);
  if (!secret) throw notFound("The secret");
  return secret;
}
