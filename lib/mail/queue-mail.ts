import { z } from "zod";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { afterCommit } from "@/lib/platform/transaction";
import type { MailContent } from "./contract";
import { announceMail } from "./sending/announce-mail";

export type NewMail = {
  storeId: string;
  to: string;
  /** In whose name: the store's, mostly. */
  fromName: string;
  subject: string;
  content: MailContent;
};

/**
 * Writes a mail in the transaction of what it tells, so that neither exists without the other. It is on its way once `tx`
 * commits.
 */
export async function queueMail(tx: Tx, { storeId, to, fromName, subject, content }: NewMail): Promise<void> {
  const id = newId();
  await tx.$executeRaw`
    INSERT INTO mail (id, store_id, to_address, from_name, subject, content, due_at, created_at)
    VALUES (${id}::uuid, ${storeId}::uuid, ${z.email().parse(to)}, ${fromName}, ${subject},
      ${JSON.stringify(content)}::jsonb, policy_now(), policy_now())`;
  afterCommit(tx, () => announceMail(id));
}
