import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { BookingDetail } from "@/lib/booking/contract";
import { formatMoney } from "@/lib/platform/format-money";
import { dayKey } from "@/lib/platform/format-time";
import { whenText } from "./when-text";

const makers = { customer: "by the customer", merchant: "by hand" };

/** `base`: the store's pages. */
export function BookingFacts({ booking, base }: { booking: BookingDetail; base: string }) {
  const { id, name, product, staffMember, location, customerName, customer, order } = booking;
  return (
    <Facts>
      <Fact name="Number">{name}</Fact>
      <Fact name="When">
        <Link
          href={`${base}/appointments?view=day&date=${dayKey(booking.from, booking.zone)}`}
          className="link"
        >
          {whenText(booking)}
        </Link>
        <span className="text-ink-3 block">{booking.zone.replaceAll("_", " ")}</span>
      </Fact>
      <Fact name="What">
        {product.title}
        {booking.numberOfAttendees > 1 && `, ${booking.numberOfAttendees} people`}
      </Fact>
      {staffMember && <Fact name="With">{staffMember.name}</Fact>}
      {location && <Fact name="Location">{location.title}</Fact>}
      {customer && (
        <Fact name="Customer">
          {customerName}
          <span className="text-ink-3 block">{customer.email}</span>
          {customer.phone && <span className="text-ink-3 block">{customer.phone}</span>}
        </Fact>
      )}
      <Fact name="Price">{formatMoney(booking.priceMinor, booking.currency)}</Fact>
      <Fact name="Order">
        {order ? (
          <Link href={`${base}/orders/${order.id}`} className="link">
            Order {order.name}
          </Link>
        ) : (
          "none"
        )}
      </Fact>
      <Fact name={booking.status === "hold" ? "Kept since" : "Booked"}>
        <Time iso={booking.createdAt} />, {makers[booking.createdBy]}
      </Fact>
      {booking.canceledAt && (
        <Fact name="Canceled">
          <Time iso={booking.canceledAt} />
          {booking.canceledBy && `, by the ${booking.canceledBy === "merchant" ? "store" : "customer"}`}
        </Fact>
      )}
      {booking.internalNote && <Fact name="Note">{booking.internalNote}</Fact>}
      <Fact name="Id">
        <span className="ident">{id}</span> <CopyButton text={id} what="the appointment id" />
      </Fact>
    </Facts>
  );
}
