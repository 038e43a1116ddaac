import type { Ctx } from "@/lib/identity";

/** Whether the caller has shown to be this customer, by their token. */
export const isSelf = ({ actor }: Ctx, customerId: string): boolean =>
  actor.kind === "storefront" && actor.customerId === customerId;
