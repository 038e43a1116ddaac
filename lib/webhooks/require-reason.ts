import type { Ctx } from "@/lib/identity";
import { invalid } from "@/lib/platform/errors";

const reasonMax = 500;

/**
 * The reason as it is kept; undefined when a member gave none. Our own people must give one, because the merchant reads it.
 * Throws `invalid` on `reason`.
 */
export function requireReason({ actor }: Ctx, reason: string | undefined): string | undefined {
  const given = reason?.trim();
  if (given && given.length > reasonMax)
    throw invalid("reason", `A reason has at most ${reasonMax} characters.`);
  if (!given && actor.kind === "support")
    throw invalid("reason", "Say why: the merchant reads your name and the reason.");
  return given || undefined;
}
