/** Digits after the point by ISO 4217; 2 where not listed. */
const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** How many digits of an amount in this currency (ISO 4217) stand after the point. */
export const currencyExponent = (currency: string): number => exponents[currency] ?? 2;

/** 1250 minor units of EUR are 12.5 on the wire; 1250 of JPY are 1250. */
export const toMajor = (minor: number, currency: string): number =>
  Number(`${minor}e-${currencyExponent(currency)}`);

/** The inverse of `toMajor`, rounded to a whole minor unit. */
export const toMinor = (major: number, currency: string): number =>
  Math.round(Number(`${major}e${currencyExponent(currency)}`));
