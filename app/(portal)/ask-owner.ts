import type { Member } from "./member";

/** Why a viewer cannot, and whom to ask; undefined for who can. `what`: "rotate it". */
export function viewerReason({ store, ownerName }: Member, what: string): string | undefined {
  if (store.role !== "viewer") return undefined;
  return `You are a viewer. Ask ${ownerName ? `${ownerName}, the owner,` : "the owner"} to ${what}.`;
}
