import type { AuditAction, AuditDetail } from "../contract";

/** What was done, as a sentence whose subject is the person: "Disabled the endpoint Booking sync." */
export function describeAudit(action: AuditAction, detail: AuditDetail): string {
  return `${sentences[action](detail)}.`;
}

const sentences: Record<AuditAction, (detail: AuditDetail) => string> = {
  "api_key.created": ({ name }) => `Made the storefront key ${text(name, "")}`.trimEnd(),
  "api_key.revoked": ({ name }) => `Revoked the storefront key ${text(name, "")}`.trimEnd(),
  "booking.canceled": (detail) => `Canceled ${booking(detail)}`,
  "booking.confirmed": (detail) => `Confirmed ${booking(detail)}`,
  "booking.created": (detail) => `Booked ${booking(detail)} by hand`,
  "booking.rescheduled": (detail) => `Rescheduled ${booking(detail)}`,
  "delivery.canceled": (detail) => `Canceled the retries of ${deliveries(detail)}`,
  "delivery.resent": (detail) => `Resent ${deliveries(detail)}`,
  "endpoint.created": (detail) => `Added ${endpoint(detail)}`,
  "endpoint.deleted": (detail) => `Deleted ${endpoint(detail)}`,
  "endpoint.disabled": (detail) => `Disabled ${endpoint(detail)}`,
  "endpoint.enabled": (detail) => `Enabled ${endpoint(detail)}${held(detail)}`,
  "endpoint.updated": (detail) => `Changed ${endpoint(detail)}${changed(detail)}`,
  "example.sent": (detail) => `Sent an example of ${text(detail.type, "an event")} to ${endpoint(detail)}`,
  "key.rotated": (detail) => `Rotated the Ed25519 key of ${endpoint(detail)}${overlap(detail)}`,
  "order.captured": ({ failed, ...detail }) =>
    `${failed ? "Tried in vain to capture" : "Captured"} the payment of ${order(detail)}`,
  "order.marked-paid": (detail) => `Marked ${order(detail)} as paid`,
  "order.refunded": ({ amount, ...detail }) => `Refunded ${text(amount, "money")} of ${order(detail)}`,
  "order.voided": (detail) => `Voided the payment of ${order(detail)}`,
  "secret.ended": (detail) => `Ended an older secret of ${endpoint(detail)}`,
  "secret.revealed": (detail) => `Looked at a secret of ${endpoint(detail)}`,
  "secret.rotated": (detail) => `Rotated the secret of ${endpoint(detail)}${overlap(detail)}`,
  "secret.switched": (detail) =>
    `Switched the raw body signature of ${endpoint(detail)} to its newest secret`,
};

const booking = ({ name }: AuditDetail) => (name ? `the appointment ${name}` : "an appointment");

const endpoint = ({ name }: AuditDetail) => (name ? `the endpoint ${name}` : "an endpoint");

const order = ({ name }: AuditDetail) => (name ? `the order ${name}` : "an order");

function deliveries({ count, type, name, subject }: AuditDetail): string {
  if (typeof count === "number") return count === 1 ? "one delivery" : `${count} deliveries`;
  const what = type ? `the delivery of ${type}` : "a delivery";
  return `${what}${subject ? ` ${subject}` : ""}${name ? ` to ${name}` : ""}`;
}

const changed = ({ changed: what }: AuditDetail) => (what ? `: ${text(what, "")}` : "");

function held({ held: chosen, count }: AuditDetail): string {
  if (typeof count !== "number" || count === 0) return "";
  const those = count === 1 ? "its one held delivery" : `its ${count} held deliveries`;
  return chosen === "discard" ? ` and discarded ${those}` : ` and sent ${those}`;
}

function overlap({ overlapHours }: AuditDetail): string {
  if (typeof overlapHours !== "number") return "";
  return overlapHours === 0 ? "; the old one ended at once" : `; the old one goes on for ${overlapHours} h`;
}

const text = (value: AuditDetail[string] | undefined, otherwise: string) =>
  typeof value === "string" && value ? value : otherwise;
