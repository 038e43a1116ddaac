import { log } from "@/lib/platform/log";
import { renderMail } from "../template/render-mail";
import { claimMail, type ClaimedMail } from "./claim-mail";
import { recordFailure, recordSent } from "./record-sending";
import { isRefusedForGood } from "./smtp-transport";
import { configuredTransport } from "./configured-transport";

const atOnce = 4;

export type Sending = { sent: number; delayed: number; refused: number };

/**
 * Sends the mails of `ids`, or all that are due, each once however many senders there are. What could not be sent is due
 * again later, unless the server refused it for good. At most `max`, so that a step ends.
 */
export async function sendMails({ ids, max = 200 }: { ids?: string[]; max?: number }): Promise<Sending> {
  const done: Sending = { sent: 0, delayed: 0, refused: 0 };
  const tried = new Set<string>();
  const send = async () => {
    while (tried.size < max) {
      const left = ids?.filter((id) => !tried.has(id));
      const mail = await claimMail(left);
      if (!mail) return;
      tried.add(mail.id);
      done[await sendOne(mail)]++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  return done;
}

async function sendOne(mail: ClaimedMail): Promise<keyof Sending> {
  const transport = configuredTransport();
  try {
    const rendered = await renderMail(mail);
    await transport.send(mail, rendered);
    await recordSent(mail, transport.name, rendered);
    return "sent";
  } catch (error) {
    const { message } = error as Error;
    log.warn({ mail: mail.id, err: message }, "a mail was not sent");
    const isFinal = isRefusedForGood(error);
    await recordFailure(mail, message.slice(0, 1000), isFinal);
    return isFinal ? "refused" : "delayed";
  }
}
