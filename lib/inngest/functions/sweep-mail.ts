import { sendMails } from "@/lib/mail";
import { inngest } from "../client";

/** Each minute: what a lost trigger, a dead sender or an unwilling server left behind. */
export const sweepMail = inngest.createFunction(
  { id: "sweep-mail", triggers: [{ cron: "* * * * *" }], retries: 0 },
  ({ step }) => step.run("send", () => sendMails({})),
);
