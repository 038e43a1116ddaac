import { headers } from "next/headers";
import { DomainError } from "@/lib/platform/errors";

/**
 * Server actions only. Next refuses an Origin that is not ours, but lets a request without one pass; every browser
 * sends it with an action, so whoever does not is no page of ours.
 */
export async function requireOwnOrigin(): Promise<void> {
  const origin = (await headers()).get("origin");
  if (!origin || origin === "null")
    throw new DomainError("forbidden", "This request did not come from the portal.");
}
