import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { MailContent } from "../contract";

export type ClaimedMail = {
  id: string;
  claimId: string;
  to: string;
  fromName: string;
  subject: string;
  content: MailContent;
  attempts: number;
};

/** Longer than an attempt takes at its slowest, see the transport's time limits. */
const leaseSeconds = 120;

/**
 * The next mail that nobody else sends: of `ids`, or of all that are due. Two who ask at once get two mails, or one gets
 * none. Whoever claimed it and died loses it when the lease ends.
 */
export async function claimMail(ids: string[] | undefined): Promise<ClaimedMail | undefined> {
  const claimId = newId();
  const [mail] = await db().$queryRaw<Omit<ClaimedMail, "claimId">[]>`
    UPDATE mail SET claim_id = ${claimId}::uuid, attempts = attempts + 1,
      claimed_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    WHERE id = (
      SELECT id FROM mail
      WHERE sent_at IS NULL AND given_up_at IS NULL
        AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
        AND CASE WHEN ${ids === undefined} THEN due_at <= policy_now() ELSE id = ANY(${ids ?? []}::uuid[]) END
      ORDER BY due_at LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING id, to_address AS "to", from_name AS "fromName", subject, content, attempts`;
  return mail && { ...mail, claimId };
}
