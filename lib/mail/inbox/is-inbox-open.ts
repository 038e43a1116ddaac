import { env } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";

/** Where mail goes nowhere else, and the settings say that it may be shown. */
export const isInboxOpen = (): boolean => env().MAIL_INBOX && !env().SMTP_URL;

/** Throws `not-found`. It holds the mails of every store and has nobody to sign in as, so each of its verbs asks. */
export function requireOpenInbox(): void {
  if (!isInboxOpen()) throw notFound("The inbox");
}
