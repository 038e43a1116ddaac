import type { Ctx } from "@/lib/identity";

/** How a merchant reads who did it. */
export function nameActor({ actor }: Ctx): string {
  if (actor.kind === "support") return `${actor.name} (Opencals support)`;
  return actor.kind === "storefront" ? "a customer" : actor.name;
}
