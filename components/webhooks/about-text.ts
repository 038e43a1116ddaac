import type { EventAbout } from "@/lib/webhooks/contract";

/** "Balayage, Mara Vos with Jules", "€86.00, Noor Peeters", "€24.00 of €110.00, Elise Maes"; undefined where nothing is known. */
export function aboutText(about: EventAbout | null): string | undefined {
  if (!about) return undefined;
  const { customerName, productTitle, staffMemberName, amount } = about;
  const who = [customerName, staffMemberName && `with ${staffMemberName}`].filter(Boolean).join(" ");
  return [productTitle, amount && amountText(amount), who].filter(Boolean).join(", ") || undefined;
}

function amountText({ total, of, currency }: NonNullable<EventAbout["amount"]>): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return of === null ? format.format(total) : `${format.format(total)} of ${format.format(of)}`;
}
