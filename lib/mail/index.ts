/**
 * Mail to people: an outbox written in the caller's transaction, one frame for every mail, and the ways out (an SMTP server,
 * or the local inbox). Promises: a committed change has its mail, a failed one none; a crash loses no mail; two senders
 * never send the same one, except where a server took it and its answer was lost.
 */
export type { MailContent } from "./contract";
export { getMail } from "./inbox/get-mail";
export { isInboxOpen } from "./inbox/is-inbox-open";
export { listMails } from "./inbox/list-mails";
export { queueMail, type NewMail } from "./queue-mail";
export { sendMails } from "./sending/send-mails";
