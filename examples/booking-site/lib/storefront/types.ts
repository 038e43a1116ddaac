/** What the site knows of a store. Instants are ISO strings in UTC, prices major units, days YYYY-MM-DD. */

export type Salon = { id: string; name: string; address: string; city: string; isOnline: boolean };

export type Person = { id: string; name: string; salonIds: string[] };

/** One way to have a service: what is booked. */
export type Variant = {
  id: string;
  slug: string;
  name: string;
  price: number;
  durationSeconds: number;
  /** More than one: a class. */
  places: number;
  /** How long before it a customer may cancel; undefined where they may not. */
  cancelGapSeconds?: number;
  people: Person[];
  salons: Salon[];
};

export type Service = {
  id: string;
  slug: string;
  /** What its picture is drawn from: the same for all its variants. */
  picture: string;
  title: string;
  description: string;
  collection?: { slug: string; title: string };
  variants: Variant[];
};

export type Store = { name: string; currency: string; timezone: string; holdSeconds: number };

export type Catalogue = {
  store: Store;
  services: Service[];
  /** When the store said so. */
  asOf: string;
};

/** A time that can be booked, with everybody and every place that is free for it. */
export type Slot = { from: string; to: string; personIds: string[]; salonIds: string[]; placesLeft: number };

/** A span in which a booking can begin and end. */
export type FreeSpan = { from: string; to: string; personIds: string[] };

export type Kept = {
  id: string;
  variantId: string;
  slug: string;
  picture: string;
  title: string;
  from: string;
  to: string;
  personId: string | null;
  person: string | null;
  salonId: string | null;
  salon: string;
  places: number;
  price: number;
};

export type Customer = { firstName: string; lastName: string; email: string; phone: string };

export type Basket = {
  id: string;
  items: Kept[];
  /** When all that it keeps is free again. */
  expiresAt: string;
  total: number;
  currency: string;
  customer: Customer;
  /** The id of a payment that was agreed to and not yet used. */
  paidWith?: string;
};

/** `isElsewhere`: the customer agrees to it on the provider's own page, where it may be declined. */
export type WayToPay = { name: PaymentName; title: string; note: string; isElsewhere: boolean };
export type PaymentName = "stripe" | "cash" | "bank_transfer" | "shopify" | "no_payment_required";

export type Booking = {
  id: string;
  /** The number that both sides call it by. */
  name: string;
  times: Omit<Kept, "price">[];
  total: number;
  due: number;
  currency: string;
  email: string;
};
