import { env } from "@/lib/platform/env";
import { smtpTransport } from "./smtp-transport";
import type { Transport } from "./transport";

/** Its row is the mail: nothing leaves the machine. */
const localInbox: Transport = { name: "inbox", send: async () => {} };

/** The server of SMTP_URL, or the local inbox where there is none. */
export function configuredTransport(): Transport {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  return url && from ? smtpTransport(url, from) : localInbox;
}
