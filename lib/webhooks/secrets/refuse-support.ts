import type { Ctx } from "@/lib/identity";
import { DomainError } from "@/lib/platform/errors";

/** Our own people manage endpoints, and never see what a merchant's server verifies with. */
export function refuseSupport({ actor }: Ctx): void {
  if (actor.kind === "support")
    throw new DomainError("forbidden", "Support never sees secrets. Ask the merchant to do this.");
}
