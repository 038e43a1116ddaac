import type { DeliveryStatus, DeliveryListItem } from "../deliveries/shapes";

export type OverviewEvent = {
  id: string;
  type: string;
  subjectName: string;
  sequence: number | null;
  createdAt: string;
  deliveries: { id: string; endpointName: string; status: DeliveryStatus }[];
};

/** A fact of the store, and how far it came at each endpoint that wanted it. */
export type EventListItem = OverviewEvent & {
  /** The appointment or order that it tells of. */
  subjectId: string;
};

export type EventList = {
  /** Newest first. */
  items: EventListItem[];
  /** What `before` the older page has; null: there is none. */
  next: string | null;
  /** What `after` the newer page has; null: there is none. */
  previous: string | null;
};

export type EventDetail = Omit<EventListItem, "deliveries"> & {
  deliveries: DeliveryListItem[];
  /** An example sent by hand: it tells of no fact. */
  isTest: boolean;
  /** The exact bytes; null while it has none yet, and once retention has deleted them. */
  body: string | null;
  /** It has not got its sequence yet. */
  isOnItsWay: boolean;
};

/** Names of endpoints: to whom an event would go now, and for whom it would be held. */
export type Receivers = { sent: string[]; held: string[] };
