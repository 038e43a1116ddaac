/**
 * Who people are and what they may do: stores, members and their roles, sessions, keys, the audit log.
 * Promises: a revoked session or key fails at its next use; every mutation by a person with access has an audit entry.
 */
export { requireManager, roles, systemCtx, type Actor, type Ctx, type Role } from "./context";
export { recordAudit } from "./record-audit";
