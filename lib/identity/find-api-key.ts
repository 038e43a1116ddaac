import { db } from "@/lib/platform/db";
import { hashApiKey } from "./api-key";

export type FoundApiKey = { id: string; storeId: string; allowedOrigins: string[] };

/** The living key that reads `key`, or null: unknown and revoked keys are one and the same to their bearer. */
export async function findApiKey(key: string): Promise<FoundApiKey | null> {
  return db().apiKey.findFirst({
    where: { hash: hashApiKey(key), revokedAt: null },
    select: { id: true, storeId: true, allowedOrigins: true },
  });
}
