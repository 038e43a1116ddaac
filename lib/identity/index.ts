/**
 * Who people are and what they may do: stores, members and their roles, support agents, sessions, keys, the audit log.
 * Promises: a revoked session or key fails at its next use; a session of one realm opens nothing of the other; every
 * mutation by a person with access has an audit entry.
 */
export { listAudit } from "./audit/list-audit";
export { listSupportAudit, type SupportAuditItem } from "./audit/list-support-audit";
export { requireManager, systemCtx, type Ctx, type Role } from "./context";
export { createApiKey } from "./create-api-key";
export { createStore } from "./create-store";
export { createSupportAgent } from "./create-support-agent";
export { findApiKey, type FoundApiKey } from "./find-api-key";
export { findMembership, type Membership } from "./find-membership";
export { findSession, type SignedIn } from "./find-session";
export { findStoreForSupport, type SupportedStore } from "./find-store-for-support";
export { findStoreBySlug } from "./find-store-by-slug";
export { findSupportSession } from "./find-support-session";
export { getStoreSettings, type StoreSettings } from "./get-store-settings";
export { listApiKeys } from "./list-api-keys";
export { listManagers } from "./list-managers";
export { listStoresOf, type StoreOfMember } from "./list-stores-of";
export { hashPassword, verifyPassword } from "./password";
export { recordAudit } from "./record-audit";
export { revokeApiKey } from "./revoke-api-key";
export { revokeSession } from "./revoke-session";
export { Credentials, sessionSeconds, signIn, type Realm } from "./sign-in";
export { countSignInAttempt, uncountSignInAttempt } from "./sign-in-throttle";
