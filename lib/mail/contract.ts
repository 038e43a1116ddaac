/** Browser-safe shapes of mail. Times are ISO strings. */

/** What a mail says; how it looks is the template's business. Plain words, no markup. */
export type MailContent = {
  title: string;
  paragraphs: string[];
  sections: { heading?: string; facts: { label: string; value: string }[] }[];
  action?: { label: string; url: string };
  closing: string;
};

export type MailStatus = "queued" | "sent" | "kept" | "given up";

export type MailListItem = {
  id: string;
  subject: string;
  to: string;
  from: string;
  /** `kept`: delivered to the local inbox, so that nothing left the machine. */
  status: MailStatus;
  createdAt: string;
};

/** `html` and `text` as they were sent; null before. */
export type MailDetail = MailListItem & {
  html: string | null;
  text: string | null;
  lastError: string | null;
};
