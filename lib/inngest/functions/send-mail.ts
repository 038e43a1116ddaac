import { z } from "zod";
import { sendMails } from "@/lib/mail";
import { inngest } from "../client";

const QueuedMail = z.object({ ids: z.array(z.guid()) });

/** Sends what was queued. A server that does not take it is asked again by the retries, and then by the sweep. */
export const sendMail = inngest.createFunction(
  { id: "send-mail", triggers: [{ event: "mail/queued" }] },
  async ({ event, step }) => {
    const { ids } = QueuedMail.parse(event.data);
    await step.run("send", async () => {
      const { delayed } = await sendMails({ ids });
      if (delayed > 0) throw new Error(`${delayed} of ${ids.length} mails could not be sent.`);
    });
  },
);
