/** Who and what an event tells of, as far as its payload says; amounts are major units of `currency`. */
export type EventAbout = {
  customerName: string | null;
  productTitle: string | null;
  staffMemberName: string | null;
  amount: { total: number; of: number | null; currency: string } | null;
};
