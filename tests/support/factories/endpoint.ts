import { db, type Prisma } from "@/lib/platform/db";
import { newId, newTypeId } from "@/lib/platform/ids";
import { encryptSecret } from "@/lib/platform/secrets";
import { newSecret } from "@/lib/webhooks";

type EndpointInput = Partial<Omit<Prisma.EndpointUncheckedCreateInput, "work" | "secrets">> & {
  storeId: string;
  /** Attempts at once. */
  cap?: number;
  work?: Partial<Prisma.EndpointWorkUncheckedCreateWithoutEndpointInput>;
};

/** An endpoint as if it had been added before: its URL is not vetted. */
export async function makeEndpoint({ cap, work, ...input }: EndpointInput) {
  const id = newTypeId("ep");
  const url = input.url ?? `https://${id.replace("_", "-")}.example/hook`;
  const secret = newSecret();
  const secretId = newId();
  const endpoint = await db().endpoint.create({
    data: {
      id,
      name: "Client app",
      url,
      normalizedUrl: url,
      ...input,
      work: { create: { cap, ...work } },
      secrets: { create: { id: secretId, ciphertext: encryptSecret(secret, secretId) } },
    },
  });
  return { ...endpoint, secret };
}
