import { db, type Prisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { Uuid } from "@/lib/platform/ids";
import type { MailDetail, MailListItem, MailStatus } from "../contract";

/** Where mail goes nowhere else, and the settings say that it may be shown. */
export const isInboxOpen = (): boolean => env().MAIL_INBOX && !env().SMTP_URL;

/** The mails of every store on this machine, newest first; `before` is the id of the last one seen. */
export async function listMails({ before, take = 50 }: { before?: string; take?: number }) {
  const rows = await db().mail.findMany({
    where: before && Uuid.safeParse(before).success ? { id: { lt: before } } : {},
    orderBy: { id: "desc" },
    take,
    omit: { html: true, text: true, content: true },
  });
  return rows.map(toListItem);
}

/** Undefined when there is none. */
export async function findMail(id: string): Promise<MailDetail | undefined> {
  if (!Uuid.safeParse(id).success) return undefined;
  const row = await db().mail.findUnique({ where: { id } });
  if (!row) return undefined;
  const { html, text, lastError } = row;
  return { ...toListItem(row), html, text, lastError };
}

type Row = Omit<Prisma.MailModel, "html" | "text" | "content">;

function toListItem(row: Row): MailListItem {
  return {
    id: row.id,
    subject: row.subject,
    to: row.toAddress,
    from: row.fromName,
    status: statusOf(row),
    createdAt: row.createdAt.toISOString(),
  };
}

function statusOf({ sentAt, sentBy, givenUpAt }: Row): MailStatus {
  if (givenUpAt) return "given up";
  if (!sentAt) return "queued";
  return sentBy === "inbox" ? "kept" : "sent";
}
