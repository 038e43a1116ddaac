import type { Prisma } from "@/lib/platform/db";
import type { AuditAction, AuditDetail, AuditListItem } from "../contract";
import { describeAudit } from "./describe-audit";

export function toAuditListItem(row: Prisma.AuditEntryModel): AuditListItem {
  const action = row.action as AuditAction;
  return {
    id: row.id,
    at: row.createdAt.toISOString(),
    who: { name: row.actorName, affiliation: row.actorKind === "support" ? "Opencals support" : null },
    action,
    what: describeAudit(action, row.detail as AuditDetail),
    reason: row.reason,
    target: targetOf(action, row.targetId),
  };
}

function targetOf(action: AuditAction, id: string): AuditListItem["target"] {
  if (id.startsWith("ep_")) return { kind: "endpoint", id };
  if (id.startsWith("dlv_")) return { kind: "delivery", id };
  if (action.startsWith("booking.")) return { kind: "appointment", id };
  if (action.startsWith("order.")) return { kind: "order", id };
  return null;
}
