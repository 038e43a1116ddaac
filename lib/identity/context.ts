import { DomainError } from "@/lib/platform/errors";
import type { Tx } from "@/lib/platform/db";

export type Role = "owner" | "developer" | "viewer";

/** Who acts. People with portal or support access are audited; customers and the system are not. */
export type Actor =
  | { kind: "member"; id: string; name: string; role: Role }
  | { kind: "support"; id: string; name: string }
  | { kind: "storefront"; keyId: string; customerId: string | null }
  | { kind: "system"; name: string };

/** What every verb gets first: for which store, by whom, and the transaction to join if the caller is in one. */
export type Ctx = { storeId: string; actor: Actor; tx?: Tx };

/** Throws unless the actor may change the store's webhooks: its owners and developers, our support agents, the system. */
export function requireManager(ctx: Ctx): void {
  const { actor } = ctx;
  if (actor.kind === "support" || actor.kind === "system") return;
  if (actor.kind === "member" && actor.role !== "viewer") return;
  throw new DomainError("forbidden", "You are a viewer of this store. Ask its owner to change this.");
}

/** The system acting for a store, where no person and no key does: by a clock, or for what is told by other means. */
export const systemCtx = (storeId: string, name = "system"): Ctx => ({
  storeId,
  actor: { kind: "system", name },
});
