import "server-only";
import { OrderService } from "@opencals/storefront-sdk";
import { ask } from "./client";
import { isFailure } from "./storefront-error";
import { toBooking } from "./to-booking";
import type { Booking } from "./types";

/** A booking of the customer whose token it is; undefined for anybody else's, and once the token has expired. */
export async function readBooking(orderId: string, accessToken: string): Promise<Booking | undefined> {
  return ask("live", (options) =>
    OrderService.find({
      ...options,
      path: { orderId },
      headers: { Authorization: `Bearer ${accessToken}` },
    }),
  ).then(
    ({ data }) => toBooking(data),
    (error: unknown) => {
      if (isFailure(error, "not-found") || isFailure(error, "not-allowed")) return undefined;
      throw error;
    },
  );
}
