/** Browser-safe words and shapes of identity. Times are ISO strings. */

/** Everything that leaves an audit entry; each has its sentence in audit/describe-audit.ts. */
export const auditActions = [
  "api_key.created",
  "api_key.revoked",
  "booking.canceled",
  "booking.confirmed",
  "booking.created",
  "booking.rescheduled",
  "delivery.canceled",
  "delivery.resent",
  "endpoint.created",
  "endpoint.deleted",
  "endpoint.disabled",
  "endpoint.enabled",
  "endpoint.updated",
  "example.sent",
  "key.rotated",
  "order.captured",
  "order.marked-paid",
  "order.refunded",
  "order.voided",
  "secret.ended",
  "secret.revealed",
  "secret.rotated",
  "secret.switched",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What the sentence names: the endpoint's or key's `name`, how many (`count`), … Never a secret. */
export type AuditDetail = Record<string, string | number | boolean | null>;

export type AuditListItem = {
  id: string;
  at: string;
  /** `affiliation` is "Opencals support" for one of our own people, null for a member of the store. */
  who: { name: string; affiliation: "Opencals support" | null };
  action: AuditAction;
  /** A sentence whose subject is `who`: "Disabled the endpoint Booking sync." */
  what: string;
  reason: string | null;
  /** What it was done to, to link to. */
  target: { kind: "endpoint" | "delivery" | "appointment" | "order"; id: string } | null;
};
