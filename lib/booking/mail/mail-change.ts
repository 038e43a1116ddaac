import { queueMail } from "@/lib/mail";
import { Prisma, type Tx } from "@/lib/platform/db";
import { changeNotice, type Change } from "./change-notice";
import { readTold } from "./told-appointment";

type Told = { storeId: string; appointmentId: string; change: Change };

/** Tells the customer what became of their booking, as it stands now. */
export async function mailChange(tx: Tx, { storeId, appointmentId, change }: Told): Promise<void> {
  const [appointment] = await readTold(tx, storeId, Prisma.sql`a.id = ${appointmentId}::uuid`);
  if (!appointment) return;
  const { subject, content } = changeNotice(appointment, change);
  await queueMail(tx, { storeId, to: appointment.email, fromName: appointment.storeName, subject, content });
}
