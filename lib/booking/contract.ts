/** Browser-safe words and shapes of a store's book: what its members see of appointments and orders. */
export {
  agendaStatuses,
  type AgendaItem,
  type AgendaStatus,
  type Bookables,
  type BookingDetail,
  type OpenSlot,
} from "./agenda/shapes";
export type { FoundBooking } from "./find/found-booking";
export type {
  StoreOrderDetail,
  StoreOrderLine,
  StoreOrderListItem,
  StoreRefund,
  StoreTransaction,
} from "./orders/store-order";
