import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { findEndpoint } from "../endpoints/find-endpoint";
import type { KeyListItem } from "../secrets/shapes";
import { liveKeys } from "./live-keys";

/** The endpoint's published Ed25519 keys, newest first; none where it never signed so. */
export async function listKeys(ctx: Ctx, input: { endpointId: string }): Promise<KeyListItem[]> {
  const { id } = await findEndpoint(ctx, input.endpointId);
  const keys = await liveKeys(ctx.tx ?? db(), id);
  return keys.map(({ id, publicKey, createdAt, expiresAt }) => ({
    id,
    publicKey,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  }));
}
