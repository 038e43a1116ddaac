import { expect, test } from "vitest";
import { createCart, holdSlot, startCheckout, submitCheckout } from "@/lib/booking";
import { ada, makeBookable, slotOf } from "../support/factories/booking";
import { recordStatements } from "../support/record-statements";

/** Beginnings and ends of transactions, and the wake-up that many bookings share. */
const isOverhead = (text: string) => /^\s*(BEGIN|COMMIT|NOTIFY)/.test(text);

test("holding, starting and submitting a new guest's booking take at most forty statements together", async () => {
  const { ctx, product } = await makeBookable();
  const { id: cartId } = await createCart(ctx, {});
  const statements = await recordStatements(async () => {
    await holdSlot(ctx, { slot: slotOf(product), cartId, customer: ada });
    await startCheckout(ctx, { cartId, provider: "cash" });
    await submitCheckout(ctx, { cartId, customer: ada, appointmentsSettings: { markAsScheduled: true } });
  });
  const sent = statements.map(({ text }) => text).filter((text) => !isOverhead(text));
  expect(sent.length, sent.map((text) => text.trim().slice(0, 80)).join("\n")).toBeLessThanOrEqual(40);
});
