import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { encryptSecret } from "@/lib/platform/secrets";
import { newKeyPair } from "./new-key-pair";

type Owner = { storeId: string; id: string };

/** Gives the endpoint a fresh key that lasts, its private half encrypted. Returns the key's id. */
export async function addKey(tx: Tx, { storeId, id: endpointId }: Owner, createdAt: Date): Promise<string> {
  const { privateKey, publicKey } = newKeyPair();
  const id = newId();
  const ciphertext = encryptSecret(privateKey, id);
  await tx.endpointKey.create({ data: { id, storeId, endpointId, publicKey, ciphertext, createdAt } });
  return id;
}
