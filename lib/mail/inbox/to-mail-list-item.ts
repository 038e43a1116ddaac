import type { Prisma } from "@/lib/platform/db";
import type { MailListItem, MailStatus } from "../contract";

type Row = Omit<Prisma.MailModel, "html" | "text" | "content">;

export const toMailListItem = (row: Row): MailListItem => ({
  id: row.id,
  subject: row.subject,
  to: row.toAddress,
  from: row.fromName,
  status: statusOf(row),
  createdAt: row.createdAt.toISOString(),
});

function statusOf({ sentAt, sentBy, givenUpAt }: Row): MailStatus {
  if (givenUpAt) return "given up";
  if (!sentAt) return "queued";
  return sentBy === "inbox" ? "kept" : "sent";
}
