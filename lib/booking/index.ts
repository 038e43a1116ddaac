/**
 * What customers do with a store (hold slots, fill a cart, check out, pay, change their appointments), and what the store does
 * with its book (book by hand, confirm, reschedule, cancel) and its orders (capture, mark as paid, refund, void). Promises: no
 * slot is sold twice; a change always has its event, and one that fails leaves neither; an expired hold is free again, a
 * booking never is; a booking is completed once, by the clock; no order gives back more than was paid for it.
 */
export { countBookings } from "./agenda/count-bookings";
export { daysSpan } from "./agenda/days-span";
export { getBooking } from "./agenda/get-booking";
export { listAgenda } from "./agenda/list-agenda";
export { listBookables } from "./agenda/list-bookables";
export { listBookings } from "./agenda/list-bookings";
export { listOpenSlots } from "./agenda/list-open-slots";
export { bookByHand, BookByHandInput } from "./appointments/book-by-hand";
export { cancelAppointment } from "./appointments/cancel-appointment";
export { completeAppointments } from "./appointments/complete-appointments";
export { confirmAppointment } from "./appointments/confirm-appointment";
export { getAppointment } from "./appointments/get-appointment";
export { appointmentOrders, listAppointments } from "./appointments/list-appointments";
export { rescheduleAppointment } from "./appointments/reschedule-appointment";
export { CancelInput, RescheduleInput } from "./appointments/reschedule-input";
export { findNearest } from "./availability/find-nearest";
export { listRanges } from "./availability/list-ranges";
export { listSlots } from "./availability/list-slots";
export { addCartItem } from "./cart/add-cart-item";
export { createCart } from "./cart/create-cart";
export { extendCart } from "./cart/extend-cart";
export { getCart } from "./cart/get-cart";
export { removeCartItem } from "./cart/remove-cart-item";
export { StartCheckoutInput, SubmitCheckoutInput } from "./checkout/checkout-input";
export { saveCustomer, SaveCustomerInput } from "./checkout/save-customer";
export { startCheckout } from "./checkout/start-checkout";
export { submitCheckout } from "./checkout/submit-checkout";
export { SignInInput, SignUpInput, ProfileInput } from "./customers/customer-input";
export { getProfile } from "./customers/get-profile";
export { refreshTokens } from "./customers/refresh-tokens";
export { signInCustomer } from "./customers/sign-in-customer";
export { signUpCustomer } from "./customers/sign-up-customer";
export { updateProfile } from "./customers/update-profile";
export { verifyAccessToken } from "./customers/verify-access-token";
export { findBookings } from "./find/find-bookings";
export { expireHolds } from "./holds/expire-holds";
export { holdSlot } from "./holds/hold-slot";
export { HoldSlotInput } from "./holds/hold-slot-input";
export { captureOrder } from "./orders/capture-order";
export { getOrder } from "./orders/get-order";
export { getStoreOrder } from "./orders/get-store-order";
export { listOrders } from "./orders/list-orders";
export { listStoreOrders } from "./orders/list-store-orders";
export { markOrderPaid } from "./orders/mark-order-paid";
export { RefundOrderInput } from "./orders/refund-input";
export { refundOrder } from "./orders/refund-order";
export { voidOrderPayment } from "./orders/void-order-payment";
export { decidePayment } from "./payments/decide-payment";
export { getPayment, type PaymentView } from "./payments/get-payment";
export { listPaymentProviders } from "./payments/list-payment-providers";
