/**
 * Who people are and what they may do: stores, members and their roles, sessions, keys, the audit log.
 * Promises: a revoked session or key fails at its next use; every mutation by a person with access has an audit entry.
 */
export { requireManager, roles, systemCtx, type Actor, type Ctx, type Role } from "./context";
export { createApiKey } from "./create-api-key";
export { findApiKey, type FoundApiKey } from "./find-api-key";
export { findMembership, type Membership } from "./find-membership";
export { findSession, type SignedIn } from "./find-session";
export { getStoreSettings, type StoreSettings } from "./get-store-settings";
export { listStoresOf, type StoreOfMember } from "./list-stores-of";
export { hashPassword, verifyPassword } from "./password";
export { recordAudit } from "./record-audit";
export { revokeSession } from "./revoke-session";
export { Credentials, sessionSeconds, signIn, type Realm } from "./sign-in";
