/** What a store's book shows. Times are ISO strings; amounts are minor units of `currency`. */
export const agendaStatuses = ["hold", "pending", "scheduled", "completed", "canceled"] as const;
/** A hold is a slot kept for a cart; the others are bookings. */
export type AgendaStatus = (typeof agendaStatuses)[number];

export type AgendaItem = {
  id: string;
  /** "1001". */
  name: string;
  status: AgendaStatus;
  from: string;
  to: string;
  /** Of the place where it happens: the book tells its times in it. */
  zone: string;
  product: { id: string; title: string; color: string };
  staffMember: { id: string; name: string } | null;
  location: { id: string; title: string } | null;
  /** Null while nobody is known. */
  customerName: string | null;
  numberOfAttendees: number;
  /** Until when the slot is kept for a cart. */
  holdExpiresAt: string | null;
};

export type AgendaPage = {
  /** In order of time. */
  items: AgendaItem[];
  /** What `after` the later page has, and `before` the earlier one; null: there is none. */
  later: string | null;
  earlier: string | null;
};

export type BookingDetail = AgendaItem & {
  currency: string;
  priceMinor: number;
  createdAt: string;
  createdBy: "customer" | "merchant";
  canceledAt: string | null;
  canceledBy: "customer" | "merchant" | null;
  internalNote: string | null;
  customer: { email: string; phone: string | null } | null;
  order: { id: string; name: string } | null;
  /** Where everything said of it is kept in order: its order, or itself. */
  orderingKey: string;
};

/** What can be booked, and by whom and where. */
export type Bookables = {
  products: {
    id: string;
    title: string;
    color: string;
    durationSeconds: number;
    priceMinor: number;
    staffMemberIds: string[];
    locationIds: string[];
  }[];
  staff: { id: string; name: string }[];
  /** `zone` is what its clocks show. */
  locations: { id: string; title: string; zone: string }[];
  /** The store's, where no location is chosen. */
  zone: string;
  currency: string;
};

/** A time at which a booking can be made or moved to. */
export type OpenSlot = { from: string; to: string; staffMemberIds: string[]; locationIds: string[] };
