import type { AppointmentCreated, Customer } from "@/lib/events/contract";
import type { Ctx } from "@/lib/identity";
import type { Prisma, Tx } from "@/lib/platform/db";
import { toCustomerSeenBy } from "../customers/to-customer";
import { loadBooked } from "./load-booked";
import { toAppointment } from "./to-appointment";

type Made = {
  customer: Prisma.CustomerModel | null;
  given: Parameters<typeof toCustomerSeenBy>[2];
  currency: string;
};

/** A hold as its maker sees it, who gave these names. */
export async function toCreated(
  tx: Tx,
  ctx: Ctx,
  row: Prisma.AppointmentModel,
  { customer, given, currency }: Made,
): Promise<AppointmentCreated> {
  const bookedOf = await loadBooked(tx, { storeId: ctx.storeId, currency }, [row]);
  return {
    ...toAppointment(row, bookedOf(row)),
    addOns: [],
    guests: [],
    customer: customer ? toCustomerSeenBy(ctx, customer, given) : nobody(row),
  };
}

/** Clients count on an object, also while nobody is known. */
function nobody({ storeId, createdAt }: Prisma.AppointmentModel): Customer {
  return {
    id: "",
    externalId: "",
    firstName: null,
    lastName: null,
    email: null,
    phone: null,
    password: null,
    storeId,
    language: "en",
    createdAt: createdAt.toISOString(),
    updatedAt: null,
    emailVerifiedAt: null,
    deletedAt: null,
    isEmailVerified: false,
    isPasswordSet: false,
  };
}
