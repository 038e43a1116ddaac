import { currencyExponent } from "./money";

/** 1250 minor units of EUR are "€12.50", of JPY "JP¥1,250". */
export function formatMoney(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  const format = new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(Number(`${minor}e-${digits}`));
}
