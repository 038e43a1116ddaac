import { requireManager, type Ctx } from "@/lib/identity";
import { policyNow } from "@/lib/platform/clock";
import type { Prisma, Tx } from "@/lib/platform/db";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { requireCustomer } from "../customers/require-customer";
import { seenBookings } from "./seen-bookings";
import { changeableBy, type AppointmentStatus, type ChangedBy } from "./status";

type Within = Ctx & { tx: Tx };
type Change = "reschedule" | "cancel";

export type Changeable = {
  booking: Prisma.AppointmentGetPayload<{ include: { occupancy: { select: { resource: true } } } }>;
  product: Prisma.ProductModel;
  by: ChangedBy;
};

const words = { reschedule: "rescheduled", cancel: "canceled" } as const;

/**
 * A booking that the actor may change now. Throws `not-found` for what they may not see, `forbidden` for a viewer, and
 * `invalid` where its status, the product's rules or the time that is left do not let a customer.
 */
export async function findChangeable(ctx: Within, id: string, change: Change): Promise<Changeable> {
  const by = changingAs(ctx);
  const booking = await findBooking(ctx, id);
  const product = await ctx.tx.product.findFirstOrThrow({
    where: { storeId: ctx.storeId, id: booking.productId },
  });
  if (!isOneOf(changeableBy(by), booking.status)) throw refuse(tooLate(booking.status, change));
  if (by === "customer") await requireLeave(ctx, { booking, product }, change);
  return { booking, product, by };
}

/** Throws `unauthorized` for a guest, `forbidden` for a viewer. */
function changingAs(ctx: Ctx): ChangedBy {
  if (ctx.actor.kind === "storefront") {
    requireCustomer(ctx);
    return "customer";
  }
  requireManager(ctx);
  return "merchant";
}

/** Throws `not-found` for what the actor may not see, also for a hold. */
export async function findBooking({ tx, ...ctx }: Within, id: string): Promise<Changeable["booking"]> {
  const booking = Uuid.safeParse(id).success
    ? await tx.appointment.findFirst({
        where: { ...seenBookings(ctx), id },
        include: { occupancy: { select: { resource: true } } },
      })
    : null;
  if (!booking) throw notFound("The appointment");
  return booking;
}

async function requireLeave(
  ctx: Within,
  { booking, product }: Omit<Changeable, "by">,
  change: Change,
): Promise<void> {
  const rules = {
    reschedule: { isAllowed: product.allowCustomerReschedule, gapSeconds: product.rescheduleGapSeconds },
    cancel: { isAllowed: product.allowCustomerCancel, gapSeconds: product.cancelGapSeconds },
  };
  const { isAllowed, gapSeconds } = rules[change];
  if (!isAllowed) throw refuse(`This appointment can be ${words[change]} by the store only. Ask them.`);
  const now = await policyNow(ctx.tx);
  if (booking.from.getTime() - gapSeconds * 1000 > now.getTime()) return;
  throw refuse(
    `It is too late: this appointment can be ${words[change]} until ${gapSeconds} seconds before it begins. Ask the store.`,
  );
}

const tooLate = (status: string, change: Change) =>
  status === "pending"
    ? `This appointment is pending: it can be ${words[change]} once the store has confirmed it.`
    : `This appointment is ${status}, so that it cannot be ${words[change]}.`;

const refuse = (message: string) => invalid("appointmentId", message);

const isOneOf = (statuses: AppointmentStatus[], status: string): boolean =>
  statuses.some((one) => one === status);

/** The booking is not as it was read: somebody else's change was committed first. */
export const changedMeanwhile = () =>
  conflict("Somebody else has just changed this appointment. Nothing was done; look at it again.");
