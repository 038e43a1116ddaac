import { createTransport, type Transporter } from "nodemailer";
import type { Transport } from "./transport";

/** Together well below a claim's lease. */
const limits = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 12_000,
  dnsTimeout: 5_000,
};

let known: { url: string; transporter: Transporter } | undefined;

/**
 * Hands mail to a server. Its answer can be lost after it took the mail, and then the mail is sent again: with the same
 * Message-ID, by which a mailbox can tell.
 */
export function smtpTransport(url: string, from: string): Transport {
  if (known?.url !== url) known = { url, transporter: createTransport({ url, ...limits }) };
  const { transporter } = known;
  return {
    name: "smtp",
    async send(mail, { html, text }) {
      await transporter.sendMail({
        from: { name: mail.fromName, address: from },
        to: { name: "", address: mail.to },
        subject: mail.subject,
        html,
        text,
        messageId: `<${mail.id}@${from.split("@")[1]}>`,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
  };
}

/** The server took it in and said no for good: an unknown mailbox, a refused sender. */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: unknown };
  return typeof responseCode === "number" && responseCode >= 500;
}
