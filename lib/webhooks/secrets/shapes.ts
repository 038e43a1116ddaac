/** What an endpoint signs with, as far as people see it. Times are ISO strings. */

/** At most so many live secrets at once. */
export const secretsMax = 5;
/** Hours that an old secret may go on signing: 0 ends it at once. */
export const overlapHoursMax = 168;
export const overlapHoursDefault = 24;

export type SecretListItem = {
  id: string;
  /** Its last four characters before the padding. */
  hint: string;
  createdAt: string;
  /** Null: the newest, which lasts. */
  expiresAt: string | null;
  /** It is the one that makes x-opencals-signature. */
  signsRawBody: boolean;
};

/** One of an endpoint's published Ed25519 keys. */
export type KeyListItem = {
  /** The kid in its JWKS. */
  id: string;
  /** `whpk_` and base64. */
  publicKey: string;
  createdAt: string;
  /** Null: the newest, which lasts. */
  expiresAt: string | null;
};
