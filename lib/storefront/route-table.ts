import { appointmentCreate } from "./operations/appointment-create";
import { authRefresh } from "./operations/auth-refresh";
import { authSignIn } from "./operations/auth-sign-in";
import { authSignUp } from "./operations/auth-sign-up";
import { cartAddItem } from "./operations/cart-add-item";
import { cartCreate } from "./operations/cart-create";
import { cartExtend } from "./operations/cart-extend";
import { cartGet } from "./operations/cart-get";
import { cartRemoveItem } from "./operations/cart-remove-item";
import { checkoutStart } from "./operations/checkout-start";
import { checkoutSubmit } from "./operations/checkout-submit";
import { collectionGetBySlug } from "./operations/collection-get-by-slug";
import { collectionList } from "./operations/collection-list";
import { locationGet } from "./operations/location-get";
import { locationGetBySlug } from "./operations/location-get-by-slug";
import { locationList } from "./operations/location-list";
import { paymentProviders } from "./operations/payment-providers";
import { paymentSettings } from "./operations/payment-settings";
import { productAvailabilities } from "./operations/product-availabilities";
import { productAvailabilityRanges } from "./operations/product-availability-ranges";
import { productGet } from "./operations/product-get";
import { productGetBySlug } from "./operations/product-get-by-slug";
import { productList } from "./operations/product-list";
import { productNearestAvailability } from "./operations/product-nearest-availability";
import { profileGet } from "./operations/profile-get";
import { profileUpdate } from "./operations/profile-update";
import { staffMemberGetBySlug } from "./operations/staff-member-get-by-slug";
import { staffMemberList } from "./operations/staff-member-list";
import { storesPublicSettings } from "./operations/stores-public-settings";

/** Every operation of the Storefront API. */
export const operations = [
  storesPublicSettings,
  paymentSettings,
  paymentProviders,
  productList,
  productGet,
  productGetBySlug,
  productAvailabilities,
  productAvailabilityRanges,
  productNearestAvailability,
  staffMemberList,
  staffMemberGetBySlug,
  locationList,
  locationGet,
  locationGetBySlug,
  collectionList,
  collectionGetBySlug,
  cartCreate,
  cartGet,
  cartAddItem,
  cartRemoveItem,
  cartExtend,
  appointmentCreate,
  checkoutStart,
  checkoutSubmit,
  authSignIn,
  authSignUp,
  authRefresh,
  profileGet,
  profileUpdate,
];
