import { db } from "@/lib/platform/db";
import { Uuid } from "@/lib/platform/ids";
import type { MailListItem } from "../contract";
import { requireOpenInbox } from "./is-inbox-open";
import { toMailListItem } from "./to-mail-list-item";

type MailPage = {
  /** The id of the last mail seen. */
  before?: string | undefined;
  take?: number;
};

/** The mails of every store on this machine, newest first. Throws `not-found` where the inbox is closed. */
export async function listMails({ before, take = 50 }: MailPage): Promise<MailListItem[]> {
  requireOpenInbox();
  const rows = await db().mail.findMany({
    where: before && Uuid.safeParse(before).success ? { id: { lt: before } } : {},
    orderBy: { id: "desc" },
    take,
    omit: { html: true, text: true, content: true },
  });
  return rows.map(toMailListItem);
}
