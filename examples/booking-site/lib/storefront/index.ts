/**
 * The only part of the site that knows the store's API and its client: raw shapes come in, the site's own go out. It runs
 * on the server alone, so that no browser sees the key. Everything throws StorefrontError and nothing else.
 */
export { extendBasket, giveUpTime, keepTime, openBasket, readBasket } from "./basket";
export { readWaysToPay, startCheckout, submitCheckout, type Tokens } from "./checkout";
export { readBooking } from "./read-booking";
export { findService, readCatalogue, readStore } from "./read-catalogue";
export { readDay, readFreeSpans } from "./read-times";
export { isFailure } from "./storefront-error";
export { unlessUnreachable } from "./unless-unreachable";
