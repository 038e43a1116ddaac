import { decryptSecret } from "@/lib/platform/secrets";
import { openCustomHeaders } from "../http/custom-headers";
import { rawBodySigner } from "../secrets/raw-body-signer";
import type { SignedParts } from "./sign-webhook";

/** What an endpoint's row and its children keep encrypted; secrets and keys newest first, null for none. */
export type Sealed = {
  signing: { id: string; ciphertext: string; signsRawBody: boolean }[] | null;
  keys: { id: string; ciphertext: string }[] | null;
  headers: string | null;
};

type Opened = Pick<SignedParts, "secrets" | "rawBodySecret" | "privateKeys"> & {
  customHeaders: Record<string, string>;
};

/** What an attempt signs with, and the headers that its endpoint wants beside ours: in the clear, for this attempt only. */
export function openSealed(endpointId: string, { signing, keys, headers }: Sealed): Opened {
  const secrets = (signing ?? []).map(({ id, ciphertext, signsRawBody }) => ({
    secret: decryptSecret(ciphertext, id),
    signsRawBody,
  }));
  return {
    secrets: secrets.map(({ secret }) => secret),
    rawBodySecret: rawBodySigner(secrets)?.secret,
    privateKeys: (keys ?? []).map(({ id, ciphertext }) => decryptSecret(ciphertext, id)),
    customHeaders: openCustomHeaders({ id: endpointId, customHeaders: headers }),
  };
}
