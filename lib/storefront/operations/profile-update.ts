import { ProfileInput, updateProfile } from "@/lib/booking";
import { Customer } from "@/lib/events/contract";
import { operation } from "../operation";

export const profileUpdate = operation({
  name: "selfService.updateProfile",
  method: "PUT",
  path: "/storefront/self-service/profile",
  summary: "Changes the signed-in customer's names and phone. What is not given stays.",
  access: "customer",
  body: ProfileInput,
  response: Customer,
  run: ({ ctx }, { body }) => updateProfile(ctx, body),
});
