/** Browser-safe words and shapes of a store's book: what its members see of appointments and orders. */
export {
  agendaStatuses,
  type AgendaItem,
  type AgendaPage,
  type AgendaStatus,
  type Bookables,
  type BookingDetail,
  type OpenSlot,
} from "./agenda/shapes";
export type {
  StoreOrderDetail,
  StoreOrderLine,
  StoreOrderListItem,
  StoreOrderPage,
  StoreRefund,
  StoreTransaction,
} from "./orders/store-order";
