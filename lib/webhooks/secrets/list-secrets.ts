import type { Ctx } from "@/lib/identity";
import { db } from "@/lib/platform/db";
import { decryptSecret } from "@/lib/platform/secrets";
import type { SecretListItem } from "./shapes";
import { findEndpoint } from "../endpoints/find-endpoint";
import { liveSecrets } from "./live-secrets";
import { rawBodySigner } from "./raw-body-signer";

const hintLength = 4;

/** The endpoint's live secrets, newest first, without the secrets. */
export async function listSecrets(ctx: Ctx, input: { endpointId: string }): Promise<SecretListItem[]> {
  const tx = ctx.tx ?? db();
  await findEndpoint(ctx, input.endpointId);
  const secrets = await liveSecrets(tx, ctx, input.endpointId);
  const signer = rawBodySigner(secrets);
  return secrets.map((secret) => ({
    id: secret.id,
    hint: hintOf(decryptSecret(secret.ciphertext, secret.id)),
    createdAt: secret.createdAt.toISOString(),
    expiresAt: secret.expiresAt?.toISOString() ?? null,
    signsRawBody: secret === signer,
  }));
}

/** The padding that base64 ends with is the same for all. */
const hintOf = (secret: string) => secret.replace(/=+$/, "").slice(-hintLength);
