import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Art } from "~/components/art";
import { Steps } from "~/components/checkout/steps";
import { Icon } from "~/components/icon";
import { findBooked } from "~/lib/booked/find-booked";
import { formatAmount, formatDay, formatSpan, formatTime } from "~/lib/format";
import { readStore } from "~/lib/storefront";
import type { Booking } from "~/lib/storefront/types";

export const metadata: Metadata = { title: "Booked" };

type Props = { params: Promise<{ orderId: string }> };

export default async function BookedPage({ params }: Props) {
  const { orderId } = await params;
  const [booking, { timezone: zone }] = await Promise.all([findBooked(orderId), readStore()]);
  const first = booking?.times[0];
  if (!booking || !first) notFound();
  return (
    <main id="main" className="wrap done">
      <div>
        <Steps isDone />
        <h1>See you on {formatDay(first.from, zone)}</h1>
        <p className="lead">
          Your booking is {booking.name}.{" "}
          {booking.email && `A confirmation is on its way to ${booking.email}. `}
          {payment(booking)}
        </p>
        <p className="acts">
          <a className="go" href={`/booked/${booking.id}/calendar`} download>
            <span>
              <Icon name="calendar" />
              Add it to my calendar
            </span>
          </a>
          <Link className="link" href="/">
            Book something else
          </Link>
        </p>
        <div className="pic">
          <Art slug={first.picture} size="large" />
        </div>
      </div>
      <aside className="right2" aria-label="What you booked">
        <h2>What you booked</h2>
        {booking.times.map((item) => (
          <div key={item.id} className="item">
            <span className="mini">
              <Art slug={item.picture} size="mini" />
            </span>
            <div>
              <h3>{item.title}</h3>
              <p>
                {formatSpan(item, zone)}
                <br />
                {[item.person, item.salon].filter(Boolean).join(", ")}
                {item.places > 1 && `, ${item.places} places`}
              </p>
            </div>
            <p className="pr">
              <span className="sr">Begins at </span>
              <b>{formatTime(item.from, zone)}</b>
            </p>
          </div>
        ))}
        <dl className="tot">
          <div className="big">
            <dt>Total</dt>
            <dd>{formatAmount(booking.total, booking.currency)}</dd>
          </div>
        </dl>
      </aside>
    </main>
  );
}

function payment({ total, due, currency }: Booking): string {
  if (total === 0) return "There is nothing to pay.";
  if (due === 0) return `${formatAmount(total, currency)} is paid.`;
  return `You pay ${formatAmount(due, currency)} at the salon.`;
}
