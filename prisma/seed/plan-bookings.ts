import { Temporal } from "temporal-polyfill";
import type { Customer } from "./customers";
import type { Random } from "./random";

export type Product = { id: string; priceMinor: number; durationSeconds: number; afterGapSeconds: number };
/** Wall-clock spans in which a staff member works on a weekday, 1 Monday … 7 Sunday. */
export type Shift = {
  staffMemberId: string;
  locationId: string;
  products: Product[];
  spansOf: (weekday: number) => Span[];
};
type Span = [from: string, to: string];

/** One booking as the salon remembers it. */
export type PlannedBooking = {
  product: Product;
  staffMemberId: string;
  locationId: string;
  customer: Customer;
  from: Date;
  to: Date;
  createdAt: Date;
  createdBy: "customer" | "merchant";
  /** The salon has not said yes yet. */
  isPending?: boolean;
  /** Moved once: when, and from which time. */
  moved?: { at: Date; from: Date; to: Date };
  canceledAt?: Date;
  paidWith?: "stripe" | "cash";
  /** Cards pay at once, cash pays at the appointment. */
  paidAt?: Date;
  refund?: { at: Date; amountMinor: number; reason: string };
  /** Not a booking yet: kept in a cart until then. */
  heldUntil?: Date;
  /** Its card is authorized until then, and not captured. */
  authorizedUntil?: Date;
};

const zone = "Europe/Brussels";
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const daysBefore = 5;
const daysAfter = 9;

/** Bookings from some days ago to some days ahead, denser near today, in the order in which they were made. */
export function planBookings(
  shifts: Shift[],
  customers: Customer[],
  now: Date,
  random: Random,
): PlannedBooking[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const bookings: PlannedBooking[] = [];
  for (let offset = -daysBefore; offset <= daysAfter; offset++) {
    const day = today.add({ days: offset });
    const filled = offset <= 1 ? 0.8 : 0.7 - offset * 0.06;
    for (const shift of shifts) {
      for (const span of shift.spansOf(day.dayOfWeek)) {
        bookings.push(...fillSpan({ shift, day, span, filled, now, customers, random }));
      }
    }
  }
  return underWay(bookings, now).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

/** Of every twenty that are ahead, one is only held while its customer pays, and one is waiting to be captured. */
function underWay(bookings: PlannedBooking[], now: Date): PlannedBooking[] {
  const ahead = bookings
    .filter(({ from, paidWith }) => from.getTime() > now.getTime() + hourMs && paidWith === "stripe")
    .filter(({ isPending, moved, canceledAt }) => !isPending && !moved && !canceledAt)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  const count = Math.ceil(ahead.length / 20);
  const after = (minutes: number) => new Date(now.getTime() + minutes * minuteMs);
  return bookings.map((booking) => {
    const place = ahead.indexOf(booking);
    if (place < 0 || place >= 2 * count) return booking;
    const { paidWith, paidAt: _, ...planned } = booking;
    if (place >= count)
      return {
        ...planned,
        paidWith,
        authorizedUntil: new Date(booking.createdAt.getTime() + 30 * 24 * hourMs),
      };
    return { ...planned, createdAt: after(-2 * place - 1), heldUntil: after(14 + 5 * place) };
  });
}

type Filling = {
  shift: Shift;
  day: Temporal.PlainDate;
  span: Span;
  filled: number;
  now: Date;
  customers: Customer[];
  random: Random;
};

function fillSpan({ shift, day, span, filled, now, customers, random }: Filling): PlannedBooking[] {
  const [opens, closes] = span.map(
    (time) => day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
  );
  const bookings: PlannedBooking[] = [];
  let cursor = opens!;
  while (cursor < closes!) {
    const product = random.pick(shift.products);
    const to = cursor + product.durationSeconds * 1000;
    const free = to + product.afterGapSeconds * 1000;
    if (free > closes! || !random.chance(filled)) {
      cursor += hourMs / 2;
      continue;
    }
    const booking = describe({ product, from: new Date(cursor), to: new Date(to), now, random });
    bookings.push({
      ...booking,
      staffMemberId: shift.staffMemberId,
      locationId: shift.locationId,
      customer: random.pick(customers),
    });
    cursor = free + random.int(0, 2) * 15 * minuteMs;
  }
  return bookings;
}

type Slot = { product: Product; from: Date; to: Date; now: Date; random: Random };

/** Most book in the last three days before; some call the salon, some move it, some cancel, some pay there. */
function describe({ product, from, to, now, random }: Slot) {
  const latest = Math.min(from.getTime() - hourMs, now.getTime() - 10 * minuteMs);
  const createdAt = new Date(latest - random.int(0, 72 * 60) * minuteMs);
  const createdBy = random.chance(0.12) ? ("merchant" as const) : ("customer" as const);
  const canceledAt = new Date(createdAt.getTime() + random.int(1, 20) * hourMs);
  const isCanceled = random.chance(0.1) && canceledAt < now && canceledAt < from;
  const hasPrice = createdBy === "customer" && product.priceMinor > 0;
  const paidWith = random.chance(0.75) ? ("stripe" as const) : ("cash" as const);
  const paidAt = paidWith === "stripe" ? createdAt : !isCanceled && to < now ? to : undefined;
  const waits = random.chance(0.08) && from.getTime() > now.getTime() + 20 * hourMs;
  const isPending = waits && !isCanceled && createdBy === "customer";
  const movedAt = new Date(createdAt.getTime() + random.int(20, 400) * minuteMs);
  const isMoved = random.chance(0.08) && !isPending && movedAt < (canceledAt < movedAt ? canceledAt : now);
  const dayMs = 24 * hourMs;
  const moved = {
    at: movedAt,
    from: new Date(from.getTime() + dayMs),
    to: new Date(to.getTime() + dayMs),
  };
  const refund = planRefund({ product, to, now, random }, isCanceled ? canceledAt : undefined);
  return {
    product,
    from,
    to,
    createdAt,
    createdBy,
    ...(isPending ? { isPending } : {}),
    ...(isMoved && movedAt < from ? { moved } : {}),
    ...(hasPrice && paidAt && refund ? { refund } : {}),
    ...(isCanceled ? { canceledAt } : {}),
    ...(hasPrice ? { paidWith, paidAt } : {}),
  };
}

/** What was paid for a canceled booking mostly went back; now and then the salon makes up for a wait. */
function planRefund({ product, to, now, random }: Omit<Slot, "from">, canceledAt: Date | undefined) {
  const isGiven = random.chance(canceledAt ? 0.7 : 0.07);
  const at = new Date((canceledAt ?? to).getTime() + random.int(10, 90) * minuteMs);
  if (!isGiven || at > now) return undefined;
  if (canceledAt) return { at, amountMinor: product.priceMinor, reason: "Canceled in time" };
  return { at, amountMinor: Math.round(product.priceMinor / 500) * 100, reason: "Waited for half an hour" };
}
