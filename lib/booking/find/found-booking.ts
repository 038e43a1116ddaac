import type { AgendaItem } from "../agenda/shapes";

/** An appointment or order that a search found; `name` is its number. */
export type FoundBooking =
  | (Pick<AgendaItem, "id" | "name" | "from" | "to" | "zone" | "customerName"> & {
      kind: "appointment";
      product: string;
    })
  | { kind: "order"; id: string; name: string; customerName: string };
