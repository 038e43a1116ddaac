import { signInCustomer, SignInInput } from "@/lib/booking";
import { Tokens } from "@/lib/events/contract";
import { authenticationLimit } from "../limits";
import { operation } from "../operation";

export const authSignIn = operation({
  name: "auth.signIn",
  method: "POST",
  path: "/storefront/auth/sign-in",
  summary: "Tokens for a customer's e-mail address and password.",
  access: "key",
  limit: authenticationLimit,
  body: SignInInput,
  response: Tokens,
  run: ({ ctx }, { body }) => signInCustomer(ctx, body),
});
