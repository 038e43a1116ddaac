import type { ClaimedMail } from "../sending/claim-mail";

export type RenderedMail = { html: string; text: string };

/** HTML and plain text from one source. The renderer is loaded with the first mail: it is large, and most processes send none. */
export async function renderMail({ subject, fromName, content }: ClaimedMail): Promise<RenderedMail> {
  const [{ render, toPlainText }, { createElement }, { MailFrame }] = await Promise.all([
    import("@react-email/render"),
    import("react"),
    import("./mail-frame"),
  ]);
  const html = await render(createElement(MailFrame, { subject, fromName, content }));
  return { html, text: toPlainText(html) };
}
