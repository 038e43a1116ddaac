import { z } from "zod";
import { listPaymentProviders } from "@/lib/booking";
import { CustomerProvider } from "@/lib/events/contract";
import { operation } from "../operation";

export const paymentProviders = operation({
  name: "payment.getAvailableProviders",
  method: "GET",
  path: "/storefront/payment/providers",
  summary: "The ways to pay; with a cart, those that can take what it costs now.",
  access: "key",
  response: z.array(CustomerProvider),
  run: ({ ctx, cartId }) => listPaymentProviders(ctx, { cartId }),
});
