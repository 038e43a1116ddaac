import { queueMail, type NewMail } from "@/lib/mail";
import { db } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";

/** A queued mail of the store. Returns its id. */
export async function makeMail({ storeId, ...fields }: Partial<NewMail> & { storeId: string }) {
  const mail: NewMail = {
    storeId,
    to: "ada@example.com",
    fromName: "Odile",
    subject: "Your appointment",
    content: {
      title: "Your appointment",
      paragraphs: ["See you soon."],
      sections: [{ heading: "Haircut", facts: [{ label: "Day", value: "Friday 27 November" }] }],
      closing: "Odile",
    },
    ...fields,
  };
  await transaction(undefined, (tx) => queueMail(tx, mail));
  const { id } = await db().mail.findFirstOrThrow({ where: { storeId }, orderBy: { id: "desc" } });
  return id;
}
