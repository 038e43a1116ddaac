import { getProfile } from "@/lib/booking";
import { Customer } from "@/lib/events/contract";
import { operation } from "../operation";

export const profileGet = operation({
  name: "selfService.getProfile",
  method: "GET",
  path: "/storefront/self-service/profile",
  summary: "The signed-in customer.",
  access: "customer",
  response: Customer,
  run: ({ ctx }) => getProfile(ctx),
});
