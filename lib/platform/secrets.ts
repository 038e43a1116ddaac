import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "./env";

const algorithm = "aes-256-gcm";

/**
 * Encrypts under the newest key: `keyId.iv.tag.ciphertext`, each base64url. `context` (the row's id) is authenticated, so
 * that a ciphertext moved to another row does not decrypt.
 */
export function encryptSecret(plain: string, context: string): string {
  const { id, key } = newestKey();
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** Throws when the key is not configured, or when the text or its context was changed. */
export function decryptSecret(ciphertext: string, context: string): string {
  const [id, iv = "", tag = "", sealed = ""] = ciphertext.split(".");
  const key = env().ENCRYPTION_KEYS.find((candidate) => candidate.id === id);
  if (!key) throw new Error(`A secret is encrypted under key "${id}", which ENCRYPTION_KEYS does not have.`);
  const decipher = createDecipheriv(algorithm, key.key, Buffer.from(iv, "base64url"), { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return decipher.update(Buffer.from(sealed, "base64url"), undefined, "utf8") + decipher.final("utf8");
}

/** What the newest key is called; a ciphertext under it begins with this and a dot. */
export const newestKeyId = (): string => newestKey().id;

function newestKey() {
  const [key] = env().ENCRYPTION_KEYS;
  if (!key) throw new Error("ENCRYPTION_KEYS is empty.");
  return key;
}
