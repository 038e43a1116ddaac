import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import type { MailDetail } from "../contract";
import { requireOpenInbox } from "./is-inbox-open";
import { toMailListItem } from "./to-mail-list-item";

/** One mail with what was sent. Throws `not-found`, also where the inbox is closed. */
export async function getMail(id: string): Promise<MailDetail> {
  requireOpenInbox();
  const row = Uuid.safeParse(id).success ? await db().mail.findUnique({ where: { id } }) : null;
  if (!row) throw notFound("The mail");
  const { html, text, lastError } = row;
  return { ...toMailListItem(row), html, text, lastError };
}
