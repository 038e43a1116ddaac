import { expect, test } from "vitest";
import { sayRefund } from "./say-order";

type Order = Parameters<typeof sayRefund>[0];
const said = (refundMinor: number, dueToRefundMinor: number) =>
  sayRefund({
    ...{ currency: "EUR", customerName: "Ada Maes", dueToRefundMinor },
    acts: { refundMinor },
  } as Order);

test("a refund says before it is made what will be due again", () => {
  expect(said(4500, 0)).toMatch(/^€45\.00 of what Ada Maes paid remains\. The booking stays .* due again/);
  expect(said(4500, 4500)).toMatch(/All of it is owed for what was canceled\.$/);
  expect(said(13_500, 4500)).toMatch(/€45\.00 of it is owed .* beyond it is due again\.$/);
});
