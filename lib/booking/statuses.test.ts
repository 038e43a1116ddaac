import { expect, test } from "vitest";
import { appointmentStatusesBefore } from "./appointments/status";
import { transactionStatusesBefore } from "./orders/transaction-status";
import { paymentStatusesBefore } from "./payments/status";

test("money that moved cannot be given up, and what is over stays over", () => {
  expect(paymentStatusesBefore("captured")).toEqual(["authorized"]);
  expect(paymentStatusesBefore("voided")).toEqual(["created", "authorized"]);
  expect(paymentStatusesBefore("refunded")).toEqual(["captured"]);
  expect(paymentStatusesBefore("created")).toEqual([]);
});

test("only a scheduled booking completes, and a completed one is not canceled", () => {
  expect(appointmentStatusesBefore("completed")).toEqual(["scheduled"]);
  expect(appointmentStatusesBefore("canceled")).toEqual(["pending", "scheduled"]);
});

test("a transaction is decided once", () => {
  expect(transactionStatusesBefore("success")).toEqual(["pending"]);
  expect(transactionStatusesBefore("failed")).toEqual(["pending"]);
});
