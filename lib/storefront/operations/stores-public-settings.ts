import { ScheduleGap, StorePublicSettings } from "@/lib/events/contract";
import { getStoreSettings, type StoreSettings } from "@/lib/identity";
import { operation } from "../operation";

export const storesPublicSettings = operation({
  name: "store.getStorePublicSettings",
  method: "GET",
  path: "/storefront/stores/public-settings",
  summary: "The store's name, currency, time zone and booking rules.",
  access: "key",
  response: StorePublicSettings,
  run: async ({ ctx }) => toPublicSettings(await getStoreSettings(ctx)),
});

function toPublicSettings(store: StoreSettings): StorePublicSettings {
  const website = store.storefrontBaseUrl ? new URL(store.storefrontBaseUrl).host : "";
  return {
    name: store.name,
    domain: website,
    externalDomain: website,
    currency: store.currency,
    settings: {
      id: store.id,
      storeId: store.id,
      isEnabled: true,
      timezone: store.timezone,
      timeFormat: "24H",
      dateFormat: "YYYY-MM-DD",
      reservationGap: store.reservationGapSeconds,
      sendAppointmentConfirmationEmail: false,
      sendAppointmentReminderEmail: false,
      sendAppointmentReminderEmailTimeBefore: 3600,
      sendAppointmentFeedbackEmail: false,
      customerCalendarUrl: null,
      storefrontBaseUrl: store.storefrontBaseUrl,
      emailFromAddress: null,
      sendMerchantNotifications: false,
      merchantNotificationEmail: null,
      defaultScheduleGap: ScheduleGap.parse(`every-${store.defaultScheduleGapMinutes}-minutes`),
      defaultAdvanceScheduleDays: store.defaultAdvanceScheduleDays,
      defaultSkipCheckout: false,
      createdAt: store.createdAt.toISOString(),
      updatedAt: store.updatedAt.toISOString(),
    },
    platform: null,
    features: [],
    storefrontSettings: null,
    contactInfo: null,
    checkoutSettings: null,
  };
}
