import { signUpCustomer, SignUpInput } from "@/lib/booking";
import { registrationLimit } from "../limits";
import { operation } from "../operation";

export const authSignUp = operation({
  name: "auth.signUp",
  method: "POST",
  path: "/storefront/auth/sign-up",
  summary: "Makes a customer's account. A guest who is signed in keeps their bookings.",
  access: "optional-customer",
  limit: registrationLimit,
  body: SignUpInput,
  async run({ ctx }, { body }) {
    await signUpCustomer(ctx, body);
    return undefined;
  },
});
