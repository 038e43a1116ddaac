import { db } from "@/lib/platform/db";
import type { RenderedMail } from "../template/render-mail";
import type { ClaimedMail } from "./claim-mail";
import type { Transport } from "./transport";

/** Counts only while the claim holds, so that a stalled sender changes nothing of what another did. */
export async function recordSent(mail: ClaimedMail, sentBy: Transport["name"], rendered: RenderedMail) {
  const { html, text } = rendered;
  await db().$executeRaw`
    UPDATE mail SET sent_at = policy_now(), sent_by = ${sentBy}, html = ${html}, text = ${text}, last_error = NULL,
      claim_id = NULL, claimed_until = NULL
    WHERE id = ${mail.id}::uuid AND claim_id = ${mail.claimId}::uuid`;
}

/** Some two days from the first attempt. */
const attemptsMax = 16;
const longestWaitMinutes = 6 * 60;

/** Due again after 1, 2, 4 … minutes, at most six hours; given up when the server refused for good, or too often. */
export async function recordFailure(mail: ClaimedMail, error: string, isFinal: boolean): Promise<void> {
  const givesUp = isFinal || mail.attempts >= attemptsMax;
  const waitMinutes = Math.min(2 ** (mail.attempts - 1), longestWaitMinutes);
  await db().$executeRaw`
    UPDATE mail SET last_error = ${error}, claim_id = NULL, claimed_until = NULL,
      given_up_at = CASE WHEN ${givesUp} THEN policy_now() END,
      due_at = policy_now() + make_interval(mins => ${waitMinutes}::int)
    WHERE id = ${mail.id}::uuid AND claim_id = ${mail.claimId}::uuid`;
}
