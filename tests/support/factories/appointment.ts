import { db, type Prisma } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { ada } from "./booking";

type Salon = {
  storeId: string;
  product: { id: string; durationSeconds: number };
  staffMember: { id: string };
  location: { id: string };
};
type AppointmentInput = Partial<Prisma.AppointmentUncheckedCreateInput> & { salon: Salon; from: Date };

/** A booking of Ada's as it stands in the tables, without an order; it takes nobody's time. */
export async function makeAppointment({ salon, from, ...fields }: AppointmentInput) {
  const { storeId, product, staffMember, location } = salon;
  const customer = await db().customer.upsert({
    where: { storeId_email: { storeId, email: ada.email } },
    create: { id: newId(), storeId, externalId: ada.email, ...ada },
    update: {},
  });
  const id = newId();
  return db().appointment.create({
    data: {
      name: id.slice(-8),
      productId: product.id,
      staffMemberId: staffMember.id,
      locationId: location.id,
      customerId: customer.id,
      to: new Date(from.getTime() + product.durationSeconds * 1000),
      status: "scheduled",
      ...fields,
      id,
      storeId,
      from,
    },
  });
}

/** Lets the end of a booking pass, an hour after it began. */
export async function letEnd(id: string, fields: { status?: string } = {}) {
  const to = new Date(Date.now() - 1_000);
  const from = new Date(to.getTime() - 3_600_000);
  await db().appointment.update({ where: { id }, data: { from, to, ...fields } });
}
