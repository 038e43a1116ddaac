const statuses = ["pending", "success", "failed"] as const;
export type TransactionStatus = (typeof statuses)[number];
export type TransactionType = "sale" | "authorization" | "capture" | "void" | "refund";

const next: Record<TransactionStatus, readonly TransactionStatus[]> = {
  pending: ["success", "failed"],
  success: [],
  failed: [],
};

/** The statuses from which `to` can be reached: what a guarded update names in its WHERE. */
export const transactionStatusesBefore = (to: TransactionStatus): TransactionStatus[] =>
  statuses.filter((from) => next[from].includes(to));

type Movement = { type: string; status: string };

/** Money that has come in: an authorization only promises it. */
export const isPaid = ({ type, status }: Movement): boolean =>
  status === "success" && (type === "sale" || type === "capture");

/** Money that has gone back. */
export const isRefunded = ({ type, status }: Movement): boolean => status === "success" && type === "refund";

/** Money that is to come in by hand, at the appointment. */
export const isExpected = ({ type, status }: Movement): boolean => status === "pending" && type === "sale";

/** What of a charge can still go back. */
export const refundableMinor = (row: Movement & { amountMinor: number; refundedMinor: number }): number =>
  isPaid(row) ? row.amountMinor - row.refundedMinor : 0;
