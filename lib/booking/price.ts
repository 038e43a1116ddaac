type Priced = { priceMinor: number; durationSeconds: number };
type Booked = { from: Date; to: Date; numberOfAttendees: number };

/** A line's price: every started unit of the product's duration counts, once for each attendee. */
export function priceOf(product: Priced, { from, to, numberOfAttendees }: Booked) {
  const bookedSeconds = (to.getTime() - from.getTime()) / 1000;
  const units = Math.ceil(bookedSeconds / product.durationSeconds);
  return { unitPriceMinor: product.priceMinor, quantity: units * numberOfAttendees };
}
