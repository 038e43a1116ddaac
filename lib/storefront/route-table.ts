import { authRefresh } from "./operations/auth-refresh";
import { authSignIn } from "./operations/auth-sign-in";
import { authSignUp } from "./operations/auth-sign-up";
import { paymentSettings } from "./operations/payment-settings";
import { profileGet } from "./operations/profile-get";
import { profileUpdate } from "./operations/profile-update";
import { storesPublicSettings } from "./operations/stores-public-settings";

/** Every operation of the Storefront API. */
export const operations = [
  storesPublicSettings,
  paymentSettings,
  authSignIn,
  authSignUp,
  authRefresh,
  profileGet,
  profileUpdate,
];
