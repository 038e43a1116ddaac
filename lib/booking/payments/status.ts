const statuses = ["created", "authorized", "captured", "failed", "voided", "refunded"] as const;
export type PaymentStatus = (typeof statuses)[number];

const next: Record<PaymentStatus, readonly PaymentStatus[]> = {
  created: ["authorized", "failed", "voided"],
  authorized: ["captured", "failed", "voided"],
  captured: ["refunded"],
  failed: [],
  voided: [],
  refunded: [],
};

/** The statuses from which `to` can be reached: what a guarded update names in its WHERE. */
export const paymentStatusesBefore = (to: PaymentStatus): PaymentStatus[] =>
  statuses.filter((from) => next[from].includes(to));

/** Nothing has been decided for good: it may still be paid with, or given up without moving money. */
export const isOpenPayment = (status: string): boolean => status === "created" || status === "authorized";

/** Promised by its provider, and not taken yet. */
export const isAuthorized = ({ status }: { status: string }): boolean => status === "authorized";

/** Its provider would not pay it any more. */
export const hasRunOut = ({ authorizedUntil }: { authorizedUntil: Date | null }, now: Date): boolean =>
  authorizedUntil !== null && authorizedUntil <= now;
