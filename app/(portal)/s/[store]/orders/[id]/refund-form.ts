import { z } from "zod";
import type { getStoreOrder } from "@/lib/booking";
import { DomainError, invalid } from "@/lib/platform/errors";
import { Uuid } from "@/lib/platform/ids";
import { currencyExponent, toMinor } from "@/lib/platform/money";

export const RefundForm = z.object({
  orderId: Uuid,
  reason: z.string().max(500, "At most 500 characters."),
  amount: z.string().max(40).optional(),
  lines: z
    .array(z.object({ lineId: Uuid, quantity: z.string().max(20) }))
    .max(200)
    .optional(),
});
type RefundForm = z.infer<typeof RefundForm>;
type Order = Pick<Awaited<ReturnType<typeof getStoreOrder>>, "currency">;

/** What was entered, as the verb takes it. Throws `invalid` on `amount` or `line-…`, beside which the form says so. */
export function readRefund({ orderId, reason, amount, lines }: RefundForm, { currency }: Order) {
  return {
    orderId,
    ...(reason.trim() && { reason: reason.trim() }),
    ...(amount !== undefined && { amountMinor: readAmount(amount, currency) }),
    ...(lines && { lines: lines.map(readLine).filter(({ quantity }) => quantity !== 0) }),
  };
}

function readAmount(text: string, currency: string): number {
  const digits = currencyExponent(currency);
  const plain = text.trim().replace(",", ".");
  if (!/^-?\d{1,9}(\.\d+)?$/.test(plain)) throw invalid("amount", "Write an amount such as 12.50.");
  if ((plain.split(".")[1]?.length ?? 0) > digits)
    throw invalid("amount", `${currency} has ${digits === 0 ? "no" : digits} digits after the point.`);
  return toMinor(Number(plain), currency);
}

function readLine({ lineId, quantity }: { lineId: string; quantity: string }) {
  const plain = quantity.trim() || "0";
  if (!/^-?\d{1,6}$/.test(plain)) throw invalid(`line-${lineId}`, "Write a whole number.");
  return { lineId, quantity: Number(plain) };
}

/** A refusal by the verb's names, told by the form's. */
export function atField(error: unknown, lines: { lineId: string }[] = []): unknown {
  if (!(error instanceof DomainError)) return error;
  const fields = error.fields.map(({ property, messages }) => {
    const [part, index] = property.split(".");
    const line = part === "lines" && index !== undefined ? lines[Number(index)] : undefined;
    const name = line
      ? `line-${line.lineId}`
      : part === "amountMinor"
        ? "amount"
        : part === "orderId"
          ? "order"
          : property;
    return { property: name, messages };
  });
  return new DomainError(error.code, error.message, { fields, cause: error });
}
