import { PaymentSetting } from "@/lib/events/contract";
import { getStoreSettings } from "@/lib/identity";
import { operation } from "../operation";

export const paymentSettings = operation({
  name: "payment.getSettings",
  method: "GET",
  path: "/storefront/payment/settings",
  summary: "When payments are captured.",
  access: "key",
  response: PaymentSetting,
  async run({ ctx }) {
    const { id, captureMethod } = await getStoreSettings(ctx);
    return { id, storeId: id, captureMethod: PaymentSetting.shape.captureMethod.parse(captureMethod) };
  },
});
