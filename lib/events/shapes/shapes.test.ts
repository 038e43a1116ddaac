import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { z } from "zod";
import * as shapes from "../contract";

type Json = Record<string, unknown>;

const samples: Record<string, Json> = JSON.parse(
  readFileSync(new URL("../../../tests/support/fixtures/storefront-samples.json", import.meta.url), "utf8"),
);

/** The client's name of each response, and our shape of it. */
const shapeOf: Record<string, z.ZodType> = {
  ProductListItemResponse: shapes.ProductListItem,
  ProductSlugResponse: shapes.ProductSlug,
  CurrentAvailabilitySlot: shapes.CurrentAvailabilitySlot,
  AvailabilitySlot: shapes.AvailabilitySlot,
  StaffMemberListItemResponse: shapes.StaffMemberListItem,
  LocationDetailResponse: shapes.LocationDetail,
  ProductCollectionResponse: shapes.ProductCollection,
  AddOnListItemResponse: shapes.AddOnListItem,
  CartResponse: shapes.Cart,
  CheckoutStartResponse: shapes.CheckoutStart,
  CheckoutResponse: shapes.CheckoutSubmit,
  AppointmentCreatedResponse: shapes.AppointmentCreated,
  AppointmentListItemResponse: shapes.AppointmentListItem,
  AppointmentDetailResponse: shapes.AppointmentDetail,
  AppointmentResponse: shapes.Appointment,
  OrderListItemResponse: shapes.OrderListItem,
  OrderDetailResponse: shapes.OrderDetail,
  StorePublicSettings: shapes.StorePublicSettings,
  PaymentSettingResponse: shapes.PaymentSetting,
  CustomerProviderCatalogItem: shapes.CustomerProvider,
  CheckoutQuestionResponse: shapes.Question,
  SelfServiceProfileResponse: shapes.Customer,
  CollectionMeta: shapes.PageMeta,
};

test("every response that the official client knows has a shape", () => {
  expect(Object.keys(shapeOf).sort()).toEqual(Object.keys(samples).sort());
});

test.each(Object.entries(shapeOf))("a %s that the client accepts has our shape", (name, shape) => {
  expect(shape.safeParse(withOurExtras(samples[name])).error?.issues).toBeUndefined();
});

test("a date that is not in UTC is refused", () => {
  const sample = { ...samples["SelfServiceProfileResponse"], createdAt: "2026-11-24T10:00:00+01:00" };
  expect(shapes.Customer.safeParse(sample).success).toBe(false);
});

/** Adds what we promise beyond the client's own schemas: ids of lines and transactions, older names, reasons. */
function withOurExtras(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOurExtras);
  if (typeof value !== "object" || value === null) return value;
  const given = value as Json;
  const extras: Json = {};
  if ("refundedQuantity" in given || "isRefundable" in given) extras["id"] = "line";
  if ("refundedQuantity" in given) Object.assign(extras, { subtotal: 0, total: 0 });
  if ("addOnItems" in given) Object.assign(extras, { lineSubtotal: 0, lineTax: 0 });
  if ("invalidItemIds" in given) extras["invalidItems"] = [];
  if (Object.keys(given).join() === "email")
    Object.assign(extras, {
      id: "guest",
      appointmentId: "appointment",
      createdAt: "2026-11-24T09:00:00.000Z",
    });
  return Object.fromEntries(
    Object.entries({ ...extras, ...given }).map(([key, child]) => [key, withOurExtras(child)]),
  );
}
