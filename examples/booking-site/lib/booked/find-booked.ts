import "server-only";
import { cache } from "react";
import { accessToken, lastBooking } from "../session";
import { readBooking, submitCheckout } from "../storefront";
import type { Booking } from "../storefront/types";

/**
 * What this browser has booked: by the customer's token, or else by submitting the same basket again, which answers the
 * same order. Undefined for an order of anybody else.
 */
export const findBooked = cache(async (orderId: string): Promise<Booking | undefined> => {
  const token = await accessToken();
  const booking = token && (await readBooking(orderId, token));
  if (booking) return booking;
  const last = await lastBooking();
  if (last?.orderId !== orderId) return undefined;
  const again = await submitCheckout(last.basketId);
  return again.booking.id === orderId ? again.booking : undefined;
});
