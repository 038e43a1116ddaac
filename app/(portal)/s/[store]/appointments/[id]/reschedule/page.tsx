import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { RescheduleForm } from "@/components/booking/reschedule-form";
import { whenText } from "@/components/booking/when-text";
import { Reason } from "@/components/ui/button";
import { PageHead, Panel } from "@/components/ui/panel";
import { getBooking, listBookables } from "@/lib/booking";
import { dayKey } from "@/lib/platform/format-time";
import { listReceivers } from "@/lib/webhooks";
import { Room } from "../../../room";
import { findSlots, readSlotQuery } from "../../slot-query";
import { rescheduleAction } from "./actions";

export const metadata: Metadata = { title: "Reschedule" };

export default async function ReschedulePage({
  params,
  searchParams,
}: PageProps<"/s/[store]/appointments/[id]/reschedule">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const booking = await orNotFound(getBooking(ctx, { id }));
  const path = `/s/${slug}/appointments`;
  const above = [
    { name: "Appointments", href: path },
    { name: booking.name, href: `${path}/${id}` },
  ];
  const isOpen = booking.status === "pending" || booking.status === "scheduled";
  const reason = viewerReason(member, "move it") ?? (isOpen ? undefined : "It is over and stays as it was.");
  const title = `Reschedule appointment ${booking.name}`;
  if (reason)
    return (
      <Room slug={slug} above={above} here="Reschedule">
        <PageHead title={title} />
        <Panel className="p-4.5">
          <Reason>{reason}</Reason>
        </Panel>
      </Room>
    );
  const bookables = await listBookables(ctx);
  const { staff, location = booking.location?.id, date: asked } = readSlotQuery(await searchParams);
  const product = bookables.products.find((one) => one.id === booking.product.id);
  const staffMembers = bookables.staff.filter((one) => product?.staffMemberIds.includes(one.id));
  const { now } = await readViewpoint(store.timezone);
  const today = dayKey(now, booking.zone);
  const date = asked ?? [dayKey(booking.from, booking.zone), today].sort().at(-1)!;
  const zone = bookables.locations.find((one) => one.id === location)?.zone ?? booking.zone;
  const found = await findSlots(ctx, {
    productId: booking.product.id,
    date,
    timezone: zone,
    staffMemberId: staff,
    locationId: location,
    duration: (Date.parse(booking.to) - Date.parse(booking.from)) / 1000,
    excludeAppointmentId: id,
  });
  return (
    <Room slug={slug} above={above} here="Reschedule">
      <PageHead title={title}>
        <p className="say mt-2">
          {booking.product.title}
          {booking.customerName && ` for ${booking.customerName}`} is on {whenText(booking)}
          {booking.staffMember && ` with ${booking.staffMember.name}`}.
        </p>
      </PageHead>
      <RescheduleForm
        booking={booking}
        bookingHref={`${path}/${id}`}
        path={`${path}/${id}/reschedule`}
        query={{ staff, location, date }}
        staff={staffMembers}
        anyone={booking.staffMember ? `${booking.staffMember.name}, or whoever is free` : undefined}
        isPlaced={booking.location !== null}
        locations={bookables.locations
          .filter((one) => product?.locationIds.includes(one.id))
          .map((one) => ({ id: one.id, name: one.title }))}
        zone={zone}
        {...found}
        receivers={await listReceivers(ctx, {
          type: "appointment.rescheduled",
          productIds: [booking.product.id],
          staffMemberIds: staff ? [staff] : staffMembers.map((one) => one.id),
          locationIds: location ? [location] : [],
        })}
        reschedule={rescheduleAction.bind(null, slug)}
      />
    </Room>
  );
}
