import type { Metadata } from "next";
import { viewerReason } from "@/app/(portal)/ask-owner";
import { currentMember } from "@/app/(portal)/member";
import { orNotFound } from "@/app/or-not-found";
import { readViewpoint } from "@/app/(portal)/viewer";
import { AgendaBadge } from "@/components/booking/agenda-badge";
import { BookingActions } from "@/components/booking/booking-actions";
import { BookingFacts } from "@/components/booking/booking-facts";
import { sayBooking } from "@/components/booking/say-booking";
import { ToldEvents } from "@/components/booking/told-events";
import { PageHead, Panel, PanelHead } from "@/components/ui/panel";
import { getBooking } from "@/lib/booking";
import { listEventsOf, listReceivers } from "@/lib/webhooks";
import { Room } from "../../room";
import { narrowedBy } from "../expected-event";
import { cancelAction, confirmAction } from "./actions";

export const metadata: Metadata = { title: "Appointment" };

export default async function AppointmentPage({ params }: PageProps<"/s/[store]/appointments/[id]">) {
  const { store: slug, id } = await params;
  const member = await currentMember(slug);
  const { ctx, store } = member;
  const booking = await orNotFound(getBooking(ctx, { id }));
  const subjectIds = booking.order ? [id, booking.order.id] : [id];
  const events = await listEventsOf(ctx, { subjectIds });
  const base = `/s/${slug}`;
  const path = `${base}/appointments`;
  return (
    <Room slug={slug} above={[{ name: "Appointments", href: path }]} here={booking.name}>
      <PageHead
        title={
          <>
            {booking.product.title}
            {booking.customerName && (
              <>
                {" "}
                <span className="text-ink-3">for</span> {booking.customerName}
              </>
            )}
          </>
        }
        actions={
          <BookingActions
            booking={booking}
            receivers={await listReceivers(ctx, { type: "appointment.canceled", ...narrowedBy([booking]) })}
            rescheduleHref={`${path}/${id}/reschedule`}
            confirm={confirmAction.bind(null, slug)}
            cancel={cancelAction.bind(null, slug)}
            disabledReason={viewerReason(member, "change it")}
          />
        }
      >
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <AgendaBadge status={booking.status} />
          <span className="text-ink-2">{sayBooking(booking, await readViewpoint(store.timezone))}</span>
        </p>
      </PageHead>
      <div className="wide:grid-cols-[minmax(0,1fr)_300px] grid grid-cols-[minmax(0,1fr)] items-start gap-[inherit]">
        <Panel aria-labelledby="events">
          <PanelHead id="events" title="Events and deliveries">
            <span className="text-ink-3">
              {booking.order ? `of the appointment and of order ${booking.order.name}` : "of the appointment"}
            </span>
          </PanelHead>
          <ToldEvents events={events} base={base} />
        </Panel>
        <BookingFacts booking={booking} base={base} />
      </div>
    </Room>
  );
}
