import { z } from "zod";
import { ScheduleGap } from "./schedule";
import { PaymentProvider } from "./transaction";

export const Setting = z.object({
  id: z.string(),
  storeId: z.string(),
  isEnabled: z.boolean(),
  timezone: z.string(),
  timeFormat: z.enum(["12H", "24H"]),
  dateFormat: z.string(),
  /** Seconds for which a cart holds its slots. */
  reservationGap: z.number().nullable(),
  sendAppointmentConfirmationEmail: z.boolean(),
  sendAppointmentReminderEmail: z.boolean(),
  sendAppointmentReminderEmailTimeBefore: z.number(),
  sendAppointmentFeedbackEmail: z.boolean(),
  customerCalendarUrl: z.string().nullable(),
  storefrontBaseUrl: z.string().nullable(),
  emailFromAddress: z.string().nullable(),
  sendMerchantNotifications: z.boolean(),
  merchantNotificationEmail: z.string().nullable(),
  defaultScheduleGap: ScheduleGap,
  defaultAdvanceScheduleDays: z.number().max(3650),
  defaultSkipCheckout: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
});
export type Setting = z.infer<typeof Setting>;

export const StorePublicSettings = z.object({
  name: z.string(),
  domain: z.string(),
  externalDomain: z.string(),
  currency: z.string(),
  settings: Setting,
  platform: z.record(z.string(), z.unknown()).nullable(),
  features: z.array(
    z.object({ id: z.string(), planId: z.string(), feature: z.string(), config: z.unknown() }),
  ),
  storefrontSettings: z.null(),
  contactInfo: z.null(),
  checkoutSettings: z.null(),
});
export type StorePublicSettings = z.infer<typeof StorePublicSettings>;

export const PaymentSetting = z.object({
  id: z.string(),
  storeId: z.string(),
  captureMethod: z.enum(["automatic", "manual", "on_fulfillment"]),
});
export type PaymentSetting = z.infer<typeof PaymentSetting>;

/** A way to pay, as a checkout offers it. */
export const CustomerProvider = z.object({
  name: PaymentProvider,
  displayName: z.string(),
  description: z.string().optional(),
  checkoutMode: z.enum(["internal", "redirect", "manual", "none"]),
  icon: z.string().optional(),
  mode: z.enum(["test", "live"]).optional(),
});
export type CustomerProvider = z.infer<typeof CustomerProvider>;
