import { authRefresh } from "./operations/auth-refresh";
import { authSignIn } from "./operations/auth-sign-in";
import { authSignUp } from "./operations/auth-sign-up";
import { cartAddItem } from "./operations/cart-add-item";
import { cartCreate } from "./operations/cart-create";
import { cartExtend } from "./operations/cart-extend";
import { cartGet } from "./operations/cart-get";
import { cartRemoveItem } from "./operations/cart-remove-item";
import { paymentSettings } from "./operations/payment-settings";
import { profileGet } from "./operations/profile-get";
import { profileUpdate } from "./operations/profile-update";
import { storesPublicSettings } from "./operations/stores-public-settings";

/** Every operation of the Storefront API. */
export const operations = [
  storesPublicSettings,
  paymentSettings,
  cartCreate,
  cartGet,
  cartAddItem,
  cartRemoveItem,
  cartExtend,
  authSignIn,
  authSignUp,
  authRefresh,
  profileGet,
  profileUpdate,
];
