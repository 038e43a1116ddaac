"use server";

import { z } from "zod";
import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { captureOrder, getStoreOrder, markOrderPaid, refundOrder, voidOrderPayment } from "@/lib/booking";
import { Uuid } from "@/lib/platform/ids";
import { atField, readRefund, RefundForm } from "./refund-form";

const Order = z.object({ orderId: Uuid });
const Paid = Order.extend({ gateway: z.enum(["cash", "bank_transfer"], "Say how it was paid.") });

export async function captureAction(slug: string, input: unknown) {
  return act(actingMember(slug), Order, input, async (ctx, asked) => {
    const { status } = await captureOrder(ctx, asked);
    return { failed: status === "failed" };
  });
}

export async function markPaidAction(slug: string, input: unknown) {
  return act(actingMember(slug), Paid, input, async (ctx, asked) => void (await markOrderPaid(ctx, asked)));
}

export async function voidAction(slug: string, input: unknown) {
  return act(
    actingMember(slug),
    Order,
    input,
    async (ctx, asked) => void (await voidOrderPayment(ctx, asked)),
  );
}

export async function refundAction(slug: string, input: unknown) {
  return act(actingMember(slug), RefundForm, input, async (ctx, form) => {
    const refund = readRefund(form, await getStoreOrder(ctx, { id: form.orderId }));
    try {
      const { totalMinor } = await refundOrder(ctx, refund);
      return { totalMinor };
    } catch (error) {
      throw atField(error, refund.lines);
    }
  });
}
