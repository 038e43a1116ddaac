import { appointmentCancel } from "./operations/appointment-cancel";
import { appointmentCreate } from "./operations/appointment-create";
import { appointmentFind } from "./operations/appointment-find";
import { appointmentFindByExternalOrderName } from "./operations/appointment-find-by-external-order-name";
import { appointmentList } from "./operations/appointment-list";
import { appointmentReschedule } from "./operations/appointment-reschedule";
import { authRefresh } from "./operations/auth-refresh";
import { authSignIn } from "./operations/auth-sign-in";
import { authSignUp } from "./operations/auth-sign-up";
import { cartAddItem } from "./operations/cart-add-item";
import { cartCreate } from "./operations/cart-create";
import { cartExtend } from "./operations/cart-extend";
import { cartGet } from "./operations/cart-get";
import { cartRemoveItem } from "./operations/cart-remove-item";
import { checkoutCartQuestions } from "./operations/checkout-cart-questions";
import { checkoutQuestionList } from "./operations/checkout-question-list";
import { checkoutSaveAnswers } from "./operations/checkout-save-answers";
import { checkoutSaveCustomer } from "./operations/checkout-save-customer";
import { checkoutStart } from "./operations/checkout-start";
import { checkoutSubmit } from "./operations/checkout-submit";
import { collectionGetBySlug } from "./operations/collection-get-by-slug";
import { collectionList } from "./operations/collection-list";
import { locationGet } from "./operations/location-get";
import { locationGetBySlug } from "./operations/location-get-by-slug";
import { locationList } from "./operations/location-list";
import { orderFind } from "./operations/order-find";
import { orderInvoiceList } from "./operations/order-invoice-list";
import { orderList } from "./operations/order-list";
import { paymentProviders } from "./operations/payment-providers";
import { paymentSettings } from "./operations/payment-settings";
import { productAddOns } from "./operations/product-add-ons";
import { productAddOnsBySlug } from "./operations/product-add-ons-by-slug";
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
  productAddOns,
  productAddOnsBySlug,
  checkoutQuestionList,
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
  checkoutCartQuestions,
  checkoutSaveCustomer,
  checkoutSaveAnswers,
  checkoutSubmit,
  appointmentList,
  appointmentFind,
  appointmentFindByExternalOrderName,
  appointmentReschedule,
  appointmentCancel,
  orderList,
  orderFind,
  orderInvoiceList,
  authSignIn,
  authSignUp,
  authRefresh,
  profileGet,
  profileUpdate,
];
