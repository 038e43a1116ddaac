import "server-only";
import { cookies } from "next/headers";
import { env } from "./env";
import type { Tokens } from "./storefront";

/** Named for this site: all ports of localhost share their cookies. */
const names = {
  cart: "odile_cart",
  count: "odile_basket_count",
  access: "odile_access",
  refresh: "odile_refresh",
  booked: "odile_booked",
};
const minute = 60;
const day = 24 * 60 * minute;

/** No script in the browser reads these, except for the number beside the basket. */
function options(maxAge: number, httpOnly = true) {
  return {
    httpOnly,
    maxAge,
    path: "/",
    sameSite: "lax" as const,
    secure: env().SITE_URL.startsWith("https:"),
  };
}

export async function basketId(): Promise<string | undefined> {
  return (await cookies()).get(names.cart)?.value;
}

type Remembered = { id: string; expiresAt: string; itemCount: number };

/** Remembers the basket longer than it lasts, so that its times can be had again while they are free. */
export async function rememberBasket({ id, expiresAt, itemCount }: Remembered) {
  const jar = await cookies();
  jar.set(names.cart, id, options(day));
  const seconds = Math.max(minute, Math.round((Date.parse(expiresAt) - Date.now()) / 1000));
  jar.set(names.count, String(itemCount), options(seconds, false));
}

export async function forgetBasket() {
  const jar = await cookies();
  jar.delete(names.cart);
  jar.delete(names.count);
}

/** After a booking: its basket shows it again, the tokens show all that this customer has booked. */
export async function rememberBooking(booked: { orderId: string; basketId: string; tokens?: Tokens }) {
  const jar = await cookies();
  jar.set(names.booked, `${booked.orderId}.${booked.basketId}`, options(30 * day));
  if (booked.tokens) {
    jar.set(names.access, booked.tokens.accessToken, options(30 * minute));
    jar.set(names.refresh, booked.tokens.refreshToken, options(30 * day));
  }
}

export async function lastBooking(): Promise<{ orderId: string; basketId: string } | undefined> {
  const [orderId, basketId] = (await cookies()).get(names.booked)?.value.split(".") ?? [];
  return orderId && basketId ? { orderId, basketId } : undefined;
}

export async function accessToken(): Promise<string | undefined> {
  return (await cookies()).get(names.access)?.value;
}
