import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Art } from "~/components/art";
import { Steps } from "~/components/checkout/steps";
import { Icon } from "~/components/icon";
import { NoAnswer } from "~/components/no-answer";
import { TimeItem } from "~/components/time-item";
import { findBooked } from "~/lib/booked/find-booked";
import { formatAmount, formatDay, formatSpan, formatTime, formatWhere } from "~/lib/format";
import { readStore, unlessUnreachable } from "~/lib/storefront";
import type { Booking } from "~/lib/storefront/types";

export const metadata: Metadata = { title: "Booked" };

type Props = { params: Promise<{ orderId: string }> };

export default async function BookedPage({ params }: Props) {
  const { orderId } = await params;
  const seen = await unlessUnreachable(Promise.all([findBooked(orderId), readStore()]));
  if (!seen) return <NoAnswer />;
  const [booking, { timezone: zone }] = seen;
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
          <TimeItem
            key={item.id}
            picture={item.picture}
            title={item.title}
            when={formatSpan(item, zone)}
            where={formatWhere(item)}
            price={
              <>
                <span className="sr">Begins at </span>
                <b>{formatTime(item.from, zone)}</b>
              </>
            }
          />
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
